#include "textflag.h"

// func multiplyBlock(out *float32, w *int8, x *uint8, eights int, unit, bias *float32)
//
// Each step takes eight rows of 32 columns: products of bytes are added in pairs
// and these in pairs to 16 bits, which cannot overflow since no input is over 127
// and no weight over 63, and then in pairs to 32 bits.
TEXT ·multiplyBlock(SB), NOSPLIT, $0-48
	MOVQ out+0(FP), DI
	MOVQ w+8(FP), SI
	MOVQ x+16(FP), DX
	MOVQ eights+24(FP), CX
	MOVQ unit+32(FP), R8
	MOVQ bias+40(FP), R9
	VPCMPEQW Y15, Y15, Y15
	VPSRLW $15, Y15, Y15
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3

step:
	VPBROADCASTD (DX), Y4
	VPBROADCASTD 4(DX), Y5
	VPMADDUBSW (SI), Y4, Y6
	VPMADDUBSW 32(SI), Y4, Y7
	VPMADDUBSW 64(SI), Y4, Y8
	VPMADDUBSW 96(SI), Y4, Y9
	VPMADDUBSW 128(SI), Y5, Y10
	VPMADDUBSW 160(SI), Y5, Y11
	VPMADDUBSW 192(SI), Y5, Y12
	VPMADDUBSW 224(SI), Y5, Y13
	VPADDW Y10, Y6, Y6
	VPADDW Y11, Y7, Y7
	VPADDW Y12, Y8, Y8
	VPADDW Y13, Y9, Y9
	VPMADDWD Y15, Y6, Y6
	VPMADDWD Y15, Y7, Y7
	VPMADDWD Y15, Y8, Y8
	VPMADDWD Y15, Y9, Y9
	VPADDD Y6, Y0, Y0
	VPADDD Y7, Y1, Y1
	VPADDD Y8, Y2, Y2
	VPADDD Y9, Y3, Y3
	ADDQ $256, SI
	ADDQ $8, DX
	DECQ CX
	JNZ step

	VCVTDQ2PS Y0, Y0
	VCVTDQ2PS Y1, Y1
	VCVTDQ2PS Y2, Y2
	VCVTDQ2PS Y3, Y3
	VMULPS (R8), Y0, Y0
	VMULPS 32(R8), Y1, Y1
	VMULPS 64(R8), Y2, Y2
	VMULPS 96(R8), Y3, Y3
	VADDPS (R9), Y0, Y0
	VADDPS 32(R9), Y1, Y1
	VADDPS 64(R9), Y2, Y2
	VADDPS 96(R9), Y3, Y3
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VZEROUPPER
	RET

// LOOKUP leaves in out the values of a table for x, whose entries from -1 to
// 2048 the index is held to.
#define LOOKUP(scale, x, table, out, mask) \
	VMULPS scale, x, x \
	VADDPS Y9, x, x \
	VCVTTPS2DQ x, x \
	VPMAXSD Y10, x, x \
	VPMINSD Y11, x, x \
	VPCMPEQD mask, mask, mask \
	VGATHERDPS mask, (table)(x*4), out

// UNITS runs eight units of one direction by one word: DX are the gates, DI the
// outputs and BX the cells, each at an offset; the state is in and out.
#define UNITS(at, state) \
	VMULPS at(BX), state, Y2 \
	VADDPS 256+at(DX), Y2, Y2 \
	VADDPS 1024+at(BX), Y2, Y2 \
	LOOKUP(Y8, Y2, R8, Y3, Y4) \
	VMULPS 512+at(BX), state, Y5 \
	VADDPS 512+at(DX), Y5, Y5 \
	VADDPS 1536+at(BX), Y5, Y5 \
	LOOKUP(Y8, Y5, R8, Y6, Y4) \
	VMOVUPS at(DX), Y2 \
	VSUBPS Y2, state, Y5 \
	VMULPS Y3, Y5, Y5 \
	VADDPS Y5, Y2, state \
	VMOVUPS state, Y5 \
	LOOKUP(Y12, Y5, R9, Y3, Y4) \
	VMOVUPS at(DI), Y2 \
	VSUBPS Y2, Y3, Y3 \
	VMULPS Y6, Y3, Y3 \
	VADDPS Y3, Y2, Y2 \
	VMOVUPS Y2, at(DI)

DATA constants<>+0(SB)/4, $128.0
DATA constants<>+4(SB)/4, $1024.5
DATA constants<>+8(SB)/4, $-1
DATA constants<>+12(SB)/4, $2048
DATA constants<>+16(SB)/4, $256.0
DATA constants<>+20(SB)/4, $63.0
DATA constants<>+24(SB)/4, $64.5
GLOBL constants<>(SB), RODATA|NOPTR, $28

// func runUnits(h, gates, cells *float32, n, hStep, gateStep int, sigmoids, tanhs *float32)
//
// Sixteen units go over the n words; steps are bytes from one word to the next.
TEXT ·runUnits(SB), NOSPLIT, $0-64
	MOVQ h+0(FP), DI
	MOVQ gates+8(FP), DX
	MOVQ cells+16(FP), BX
	MOVQ n+24(FP), CX
	MOVQ hStep+32(FP), SI
	MOVQ gateStep+40(FP), AX
	MOVQ sigmoids+48(FP), R8
	MOVQ tanhs+56(FP), R9
	VBROADCASTSS constants<>+0(SB), Y8
	VBROADCASTSS constants<>+4(SB), Y9
	VPBROADCASTD constants<>+8(SB), Y10
	VPBROADCASTD constants<>+12(SB), Y11
	VBROADCASTSS constants<>+16(SB), Y12
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1

word:
	UNITS(0, Y0)
	UNITS(32, Y1)
	ADDQ SI, DI
	ADDQ AX, DX
	DECQ CX
	JNZ word
	VZEROUPPER
	RET

// func levelBlocks(to *uint8, x *float32, blocks int)
//
// Each block is of 32 inputs.
TEXT ·levelBlocks(SB), NOSPLIT, $0-24
	MOVQ to+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ blocks+16(FP), CX
	VBROADCASTSS constants<>+20(SB), Y8
	VBROADCASTSS constants<>+24(SB), Y9
	MOVQ $0x0000000400000000, AX // packing leaves the fours of bytes in the order 0 4 1 5 2 6 3 7
	VMOVQ AX, X10
	MOVQ $0x0000000500000001, AX
	VPINSRQ $1, AX, X10, X10
	MOVQ $0x0000000600000002, AX
	VMOVQ AX, X11
	MOVQ $0x0000000700000003, AX
	VPINSRQ $1, AX, X11, X11
	VINSERTI128 $1, X11, Y10, Y10

block:
	VMULPS (SI), Y8, Y0
	VMULPS 32(SI), Y8, Y1
	VMULPS 64(SI), Y8, Y2
	VMULPS 96(SI), Y8, Y3
	VADDPS Y9, Y0, Y0
	VADDPS Y9, Y1, Y1
	VADDPS Y9, Y2, Y2
	VADDPS Y9, Y3, Y3
	VCVTTPS2DQ Y0, Y0
	VCVTTPS2DQ Y1, Y1
	VCVTTPS2DQ Y2, Y2
	VCVTTPS2DQ Y3, Y3
	VPACKSSDW Y1, Y0, Y0
	VPACKSSDW Y3, Y2, Y2
	VPACKUSWB Y2, Y0, Y0
	VPERMD Y0, Y10, Y0
	VMOVDQU Y0, (DI)
	ADDQ $128, SI
	ADDQ $32, DI
	DECQ CX
	JNZ block
	VZEROUPPER
	RET

// func addShorts(to *float32, a, b *int16, unit float32, eights int)
TEXT ·addShorts(SB), NOSPLIT, $0-40
	MOVQ to+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DX
	VBROADCASTSS unit+24(FP), Y8
	MOVQ eights+32(FP), CX

eight:
	VPMOVSXWD (SI), Y0
	VPMOVSXWD (DX), Y1
	VPADDD Y1, Y0, Y0
	VCVTDQ2PS Y0, Y0
	VMULPS Y8, Y0, Y0
	VADDPS (DI), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $16, SI
	ADDQ $16, DX
	ADDQ $32, DI
	DECQ CX
	JNZ eight
	VZEROUPPER
	RET
