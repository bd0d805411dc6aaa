#include "textflag.h"

// func multiplyBlock(out *int32, w *int8, x *uint8, quads int)
//
// Each step takes four rows of 32 columns: products of bytes are added in pairs
// to 16 bits, which cannot overflow since no byte is over 127, and these in pairs
// to 32 bits.
TEXT ·multiplyBlock(SB), NOSPLIT, $0-32
	MOVQ out+0(FP), DI
	MOVQ w+8(FP), SI
	MOVQ x+16(FP), DX
	MOVQ quads+24(FP), CX
	VPCMPEQW Y15, Y15, Y15
	VPSRLW $15, Y15, Y15
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3

step:
	VPBROADCASTD (DX), Y4
	VPMADDUBSW (SI), Y4, Y5
	VPMADDUBSW 32(SI), Y4, Y6
	VPMADDUBSW 64(SI), Y4, Y7
	VPMADDUBSW 96(SI), Y4, Y8
	VPMADDWD Y15, Y5, Y5
	VPMADDWD Y15, Y6, Y6
	VPMADDWD Y15, Y7, Y7
	VPMADDWD Y15, Y8, Y8
	VPADDD Y5, Y0, Y0
	VPADDD Y6, Y1, Y1
	VPADDD Y7, Y2, Y2
	VPADDD Y8, Y3, Y3
	ADDQ $128, SI
	ADDQ $4, DX
	DECQ CX
	JNZ step

	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	VZEROUPPER
	RET
