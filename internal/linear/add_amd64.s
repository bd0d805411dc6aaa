#include "textflag.h"

// func addLongBlocks(to, from *int32, blocks int)
TEXT ·addLongBlocks(SB), NOSPLIT, $0-24
	MOVQ to+0(FP), DI
	MOVQ from+8(FP), SI
	MOVQ blocks+16(FP), CX

long:
	VMOVDQU (SI), Y0
	VPADDD (DI), Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	DECQ CX
	JNZ long
	VZEROUPPER
	RET

// func addShortBlocks(to *int32, from *int16, blocks int)
TEXT ·addShortBlocks(SB), NOSPLIT, $0-24
	MOVQ to+0(FP), DI
	MOVQ from+8(FP), SI
	MOVQ blocks+16(FP), CX

short:
	VPMOVSXWD (SI), Y0
	VPADDD (DI), Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ $16, SI
	ADDQ $32, DI
	DECQ CX
	JNZ short
	VZEROUPPER
	RET
