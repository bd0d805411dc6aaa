package linear

import "encoding/binary"

// Pack joins the parts of a model's file, each behind its length.
func Pack(parts ...[]byte) []byte {
	var b []byte
	for _, p := range parts {
		b = binary.AppendUvarint(b, uint64(len(p)))
		b = append(b, p...)
	}
	return b
}

// Unpack cuts a file that Pack made into its n parts.
func Unpack(b []byte, n int) ([][]byte, error) {
	parts := make([][]byte, n)
	for i := range parts {
		size, k := binary.Uvarint(b)
		if k <= 0 || size > uint64(len(b)-k) {
			return nil, errTruncated
		}
		parts[i] = b[k : k+int(size)]
		b = b[k+int(size):]
	}
	return parts, nil
}

// Archive packs the parts of a model's file and compresses them.
func Archive(parts ...[]byte) []byte { return Compress(Pack(parts...)) }

// Extract decompresses a file that Archive made and cuts it into its n parts.
func Extract(b []byte, n int) ([][]byte, error) {
	b, err := Decompress(b)
	if err != nil {
		return nil, err
	}
	return Unpack(b, n)
}
