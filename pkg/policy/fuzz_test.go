package policy

import (
	"encoding/json"
	"testing"

	"github.com/aimslint/aimslint/pkg/rule"
)

// What a process of users' policies answers is a violation of a rule that was asked,
// at a path of keys and indexes in a document that it was given, or an error.
func FuzzAnswer(f *testing.F) {
	for _, seed := range []string{
		`{"violations":[{"rule":"a/b","document":1,"path":["x",0,"y"],"message":"No.","related":[{"document":2,"path":[],"message":""}]}],"done":true}`,
		`{"violations":[{"rule":"c/d"}]}`, `{"violations":[{"rule":"a/b","path":[-1]}]}`, `{"violations":[{"rule":"a/b","path":[1.5]},{"rule":"a/b","document":1,"path":[1e300]}]}`, `{"violations":[{"rule":"a/b","path":[{},null,true]}]}`,
		`{"violations":[{"rule":"a/b","document":-7,"path":null}]}`, `{"violations":null,"error":"x","rule":""}`, `{"problems":[{}]}`, `[]`, `{"violations":[{"rule":"a/b","document":1e99}]}`,
	} {
		f.Add([]byte(seed))
	}
	rules, handles := []*rule.Rule{{ID: "a/b"}}, map[int]bool{1: true, 2: true}
	f.Fuzz(func(t *testing.T, line []byte) {
		var a answer
		if json.Unmarshal(line, &a) != nil {
			return
		}
		for _, s := range a.Violations {
			v, err := s.received(rules, handles)
			if err != nil {
				continue
			}
			places := []Related{{v.Document, v.Path, v.Message}}
			for _, place := range append(places, v.Related...) {
				if v.Rule != rules[0] || !handles[place.Document] {
					t.Errorf("%s: %+v", line, v)
				}
				for i, step := range place.Path {
					if !step.IsKey() && step.Index < 0 {
						t.Errorf("step %d is %v", i, step)
					}
				}
			}
			again, err := json.Marshal(sent(v))
			if err != nil {
				t.Fatal(err)
			}
			var back sentViolation
			if err := json.Unmarshal(again, &back); err != nil {
				t.Fatal(err)
			}
			if w, err := back.received(rules, handles); err != nil || w.Path.String() != v.Path.String() || len(w.Related) != len(v.Related) {
				t.Errorf("%+v became %+v, %v", v, w, err)
			}
			for _, step := range s.Path {
				if n, ok := step.(float64); ok && n != float64(int(n)) {
					t.Errorf("%v is taken for an index", n)
				}
			}
		}
	})
}
