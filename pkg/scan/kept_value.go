package scan

import (
	"encoding/json"
	"errors"

	"github.com/fxamacker/cbor/v2"
	"github.com/open-policy-agent/opa/v1/ast"
)

// Tags of what CBOR has no type for: a set, as in
// https://www.iana.org/assignments/cbor-tags, and a number as text, of which no
// digit may be lost.
const (
	setTag    = 258
	numberTag = 262
)

// sealedRecord is a record as it is kept; nil is none.
type sealedRecord cbor.RawMessage

func keptRecord(value ast.Value) (cbor.RawMessage, error) {
	if value == nil {
		return cbor.Marshal(nil)
	}
	kept, err := keptValue(value)
	if err != nil {
		return nil, err
	}
	return cbor.Marshal(kept)
}

// open gives the record, nil if there was none.
func (s sealedRecord) open() (ast.Value, error) {
	var kept any
	if err := decoding.Unmarshal(s, &kept); err != nil || kept == nil {
		return nil, err
	}
	return valueOf(kept)
}

// keptValue is a value of Rego as CBOR holds it.
func keptValue(value ast.Value) (any, error) {
	switch v := value.(type) {
	case ast.Null:
		return nil, nil //nolint:nilnil // null is a value
	case ast.Boolean:
		return bool(v), nil
	case ast.String:
		return string(v), nil
	case ast.Number:
		return cbor.Tag{Number: numberTag, Content: string(v)}, nil
	case *ast.Array:
		return keptTerms(v.Len(), v.Foreach)
	case ast.Set:
		items, err := keptTerms(v.Len(), v.Foreach)
		return cbor.Tag{Number: setTag, Content: items}, err
	case ast.Object:
		fields := make(map[string]any, v.Len())
		err := v.Iter(func(key, value *ast.Term) (err error) {
			name, ok := key.Value.(ast.String)
			if !ok {
				return errNotKept
			}
			fields[string(name)], err = keptValue(value.Value)
			return err
		})
		return fields, err
	}
	return nil, errNotKept
}

var errNotKept = errors.New("a value that records do not hold")

func keptTerms(count int, each func(func(*ast.Term))) (items []any, err error) {
	items = make([]any, 0, count)
	each(func(term *ast.Term) {
		item, failed := keptValue(term.Value)
		items, err = append(items, item), errors.Join(err, failed)
	})
	return items, err
}

// valueOf is the value of Rego that was kept.
func valueOf(kept any) (ast.Value, error) {
	switch v := kept.(type) {
	case nil:
		return ast.Null{}, nil
	case bool:
		return ast.Boolean(v), nil
	case string:
		return ast.String(v), nil
	case []any:
		terms, err := termsOf(v)
		return ast.NewArray(terms...), err
	case map[string]any:
		fields := make([][2]*ast.Term, 0, len(v))
		for name, field := range v {
			value, err := valueOf(field)
			if err != nil {
				return nil, err
			}
			fields = append(fields, [2]*ast.Term{ast.StringTerm(name), ast.NewTerm(value)})
		}
		return ast.NewObject(fields...), nil
	case cbor.Tag:
		return tagged(v)
	}
	return nil, errNotKept
}

func tagged(tag cbor.Tag) (ast.Value, error) {
	switch content := tag.Content.(type) {
	case string:
		if tag.Number == numberTag {
			return ast.Number(json.Number(content)), nil
		}
	case []any:
		if tag.Number == setTag {
			terms, err := termsOf(content)
			return ast.NewSet(terms...), err
		}
	}
	return nil, errNotKept
}

func termsOf(items []any) ([]*ast.Term, error) {
	terms := make([]*ast.Term, len(items))
	for i, item := range items {
		value, err := valueOf(item)
		if err != nil {
			return nil, err
		}
		terms[i] = ast.NewTerm(value)
	}
	return terms, nil
}
