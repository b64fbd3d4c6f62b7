package report_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/aimslint/aimslint/pkg/report"
)

func TestJSONEscaper(t *testing.T) {
	const text = "é 日本 😀 \u200d joined, \u007f\u009b31m \u202eright to left \U000E0041 tag"
	plain, err := json.Marshal(map[string]string{"a": text})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	n, err := report.JSONEscaper(&out).Write(plain)
	if err != nil || n != len(plain) {
		t.Fatalf("%d bytes of %d are taken, error %v", n, len(plain), err)
	}
	if want := `{"a":"é 日本 😀 ` + "\u200d" + ` joined, \u007f\u009b31m \u202eright to left \udb40\udc41 tag"}`; out.String() != want {
		t.Errorf("got  %s\nwant %s", out.String(), want)
	}
	var back map[string]string
	if err := json.Unmarshal(out.Bytes(), &back); err != nil || back["a"] != text {
		t.Errorf("read back as %q, error %v", back["a"], err)
	}
}
