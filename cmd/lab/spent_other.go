//go:build !unix

package main

import "time"

var begun = time.Now()

// spent returns the time since the process began, where its processor time is not to be had.
func spent() time.Duration { return time.Since(begun) }
