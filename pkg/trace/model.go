package trace

import (
	"bytes"
	"encoding/binary"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// HeadBytes is how much of a file that may be a model is read.
const HeadBytes = 64 << 10

// ModelFormat is a form of model files: names that it goes by, and how its
// content is told.
type ModelFormat struct {
	Entry

	// Extensions are the ends of names, and Names whole ones.
	Extensions, Names []string
	// is tells the content; of a file that is there only by a pointer the name
	// decides alone, if sure.
	is   func(head []byte) bool
	sure bool
}

// ModelFormats are all that are recognised. An extension that says nothing by
// itself (.bin, .pt, .h5) counts only with the content that belongs to it.
func ModelFormats() []*ModelFormat { return modelFormats }

func modelFormat(name, reason string, sure bool, is func(head []byte) bool, names ...string) *ModelFormat {
	f := &ModelFormat{Entry: Entry{Name: name, Implies: "model", Reason: reason}, is: is, sure: sure}
	for _, n := range names {
		if strings.HasPrefix(n, ".") {
			f.Extensions = append(f.Extensions, n)
		} else {
			f.Names = append(f.Names, n)
		}
	}
	return f
}

var modelFormats = []*ModelFormat{
	modelFormat("safetensors", "Holds the weights of a model: eight bytes with the length of a header in JSON, the header, the weights.", true, isSafetensors, ".safetensors"),
	modelFormat("GGUF", "Holds a language model for llama.cpp and its kin; begins with GGUF.", true, begins("GGUF"), ".gguf"),
	modelFormat("GGML", "Holds a model for early llama.cpp and whisper.cpp; begins with lmgg, fmgg, tjgg or algg.", false, begins("lmgg", "fmgg", "tjgg", "algg"), ".ggml", ".bin"),
	modelFormat("ONNX", "Holds a model in the exchange format of ONNX: a message of Protocol Buffers whose first field is the version of the format.", true, isONNX, ".onnx"),
	modelFormat("ONNX Runtime", "Holds a model for ONNX Runtime on devices: a flat buffer marked ORTM.", true, marked("ORTM"), ".ort"),
	modelFormat("TensorFlow Lite", "Holds a model for devices: a flat buffer marked TFL3.", true, marked("TFL3"), ".tflite", ".lite"),
	modelFormat("PyTorch", "Holds a model that PyTorch saved: a ZIP archive with data.pkl, or a pickle that begins with PyTorch's magic number.", false, isPyTorch, ".pt", ".pth", ".bin", ".ckpt", ".ptl"),
	modelFormat("Keras", "Holds a model that Keras saved: a ZIP archive with metadata.json or config.json.", true, isKeras, ".keras"),
	modelFormat("HDF5 weights", "Holds a model that Keras saved as HDF5; the names of its attributes say so.", false, isKerasHDF5, ".h5", ".hdf5"),
	modelFormat("Core ML", "Holds a model for Apple's devices: a message of Protocol Buffers whose first field is the version of the specification.", true, isCoreML, ".mlmodel"),
	modelFormat("XGBoost", "Holds boosted trees that XGBoost saved.", false, isXGBoost, ".json", ".ubj", ".xgb", ".model"),
	modelFormat("LightGBM", "Holds boosted trees that LightGBM saved as text.", false, begins("tree\nversion=", "tree\r\nversion="), ".txt", ".lgb", ".model"),
	modelFormat("CatBoost", "Holds boosted trees that CatBoost saved; begins with CBM1.", true, begins("CBM1"), ".cbm"),
	modelFormat("TensorFlow SavedModel", "Holds a model that TensorFlow saved, under the name that this has by convention.", true, isSavedModel, "saved_model.pb"),
	modelFormat("fastText", "Holds a model of words; begins with fastText's magic number.", false, begins("\xBA\x16\x4F\x2F"), ".bin", ".ftz"),
	modelFormat("joblib or pickle of scikit-learn", "Holds an object of a library that trains models, which the pickle names.", false, isModelPickle, ".pkl", ".pickle", ".joblib"),
	{
		Entry: Entry{Name: "pickle", Implies: "model", Weight: low, Reason: "Holds objects of Python, which may or may not be a model."},
		is:    isPickle, Extensions: []string{".pkl", ".pickle", ".joblib"},
	},
}

const low = "low"

// modelFormatsOf are the formats that a file may have by its name, or nil.
func modelFormatsOf(file string) []*ModelFormat {
	base := path.Base(file)
	ext := strings.ToLower(path.Ext(base))
	switch {
	case (ext == ".json" || ext == ".txt") && !spokenModel.MatchString(base): // of these there are too many to look into
		return nil
	case formatsByName()[base] != nil:
		return formatsByName()[base]
	}
	return formatsByName()[ext]
}

// spokenModel is a name that speaks of a model.
var spokenModel = regexp.MustCompile(`(?i)(?:^|[-_.])(?:model|xgb|xgboost|booster|lgb|lightgbm|lgbm)(?:[-_.]|$)`)

// formatsByName finds formats by a whole name or an extension.
var formatsByName = sync.OnceValue(func() map[string][]*ModelFormat {
	formats := map[string][]*ModelFormat{}
	for _, f := range modelFormats {
		for _, name := range slices.Concat(f.Names, f.Extensions) {
			formats[name] = append(formats[name], f)
		}
	}
	return formats
})

func begins(heads ...string) func([]byte) bool {
	return func(head []byte) bool {
		return slices.ContainsFunc(heads, func(h string) bool { return bytes.HasPrefix(head, []byte(h)) })
	}
}

// marked is a flat buffer with a mark: https://flatbuffers.dev/internals/.
func marked(mark string) func([]byte) bool {
	return func(head []byte) bool { return len(head) >= 8 && string(head[4:8]) == mark }
}

// isSafetensors: https://github.com/huggingface/safetensors#format.
func isSafetensors(head []byte) bool {
	const longest = 100 << 20 // by the format
	if len(head) < 10 {
		return false
	}
	length := binary.LittleEndian.Uint64(head)
	return length >= 2 && length <= longest && head[8] == '{'
}

// isONNX: the fields of ModelProto in
// https://github.com/onnx/onnx/blob/main/onnx/onnx.proto. The first is
// ir_version, a small number; then come texts and messages of known numbers.
func isONNX(head []byte) bool {
	if len(head) < 8 || head[0] != 0x08 || head[1] == 0 || head[1] > 30 {
		return false
	}
	switch head[2] { // producer_name, producer_version, domain, graph, opset_import, metadata
	case 0x12, 0x1A, 0x22, 0x3A, 0x42, 0x72:
		return true
	}
	return false
}

// isCoreML: the fields of Model in
// https://github.com/apple/coremltools/blob/main/mlmodel/format/Model.proto.
func isCoreML(head []byte) bool {
	return len(head) > 4 && head[0] == 0x08 && head[1] > 0 && head[1] < 30 && head[2] == 0x12
}

// isSavedModel: SavedModel in
// https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/protobuf/saved_model.proto.
func isSavedModel(head []byte) bool {
	return len(head) > 4 && head[0] == 0x08 && head[1] == 1 && head[2] == 0x12
}

// pytorchMagic is the number that a pickle of torch.save began with before it
// became an archive:
// https://github.com/pytorch/pytorch/blob/main/torch/serialization.py.
var pytorchMagic = []byte("\x8a\nl\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.")

func isPyTorch(head []byte) bool {
	if isZIP(head) {
		return zipHolds(head, "/data.pkl") || zipHolds(head, "/version") && bytes.Contains(head, []byte("/data/"))
	}
	return len(head) > 16 && head[0] == 0x80 && bytes.Equal(head[2:2+len(pytorchMagic)], pytorchMagic)
}

func isKeras(head []byte) bool {
	return isZIP(head) && (zipHolds(head, "metadata.json") || zipHolds(head, "config.json"))
}

func isZIP(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// zipHolds reports whether an entry at the head of an archive has a name that
// ends so.
func zipHolds(head []byte, end string) bool {
	for rest := head; ; {
		i := bytes.Index(rest, []byte("PK\x03\x04"))
		if i < 0 || len(rest) < i+30 {
			return false
		}
		length := int(binary.LittleEndian.Uint16(rest[i+26:]))
		name := rest[i+30 : min(i+30+length, len(rest))]
		if bytes.HasSuffix(name, []byte(end)) {
			return true
		}
		rest = rest[i+4:]
	}
}

// isKerasHDF5: the superblock of HDF5, and the attributes that Keras writes.
func isKerasHDF5(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\x89HDF\r\n\x1a\n")) &&
		(bytes.Contains(head, []byte("keras_version")) || bytes.Contains(head, []byte("model_config")) ||
			bytes.Contains(head, []byte("model_weights")) || bytes.Contains(head, []byte("layer_names")))
}

// isXGBoost: https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html,
// as JSON or as UBJSON, or in the form before it, marked binf.
func isXGBoost(head []byte) bool {
	if bytes.HasPrefix(head, []byte("binf")) {
		return true
	}
	trimmed := bytes.TrimLeft(head, " \t\r\n")
	return bytes.HasPrefix(trimmed, []byte("{")) && bytes.Contains(head, []byte("learner")) &&
		(bytes.Contains(head, []byte("gradient_booster")) || bytes.Contains(head, []byte("learner_model_param")))
}

// isPickle: a pickle of protocol 2 or later begins with its number:
// https://docs.python.org/3/library/pickle.html#data-stream-format.
func isPickle(head []byte) bool {
	return len(head) > 2 && head[0] == 0x80 && head[1] >= 2 && head[1] <= 5 ||
		bytes.HasPrefix(head, []byte("\x78\x9c")) || bytes.HasPrefix(head, []byte("\x78\x01")) // joblib with zlib
}

// modelClass is a class whose instances are models, as a pickle names it.
var modelClass = regexp.MustCompile(`sklearn\.(?:ensemble|linear_model|svm|tree|neighbors|naive_bayes|neural_network|pipeline|cluster|gaussian_process|discriminant_analysis|calibration|mixture|multioutput|multiclass)|xgboost\.(?:sklearn|core)|lightgbm\.(?:sklearn|basic)|catboost\.core|torch\.nn|keras\.`)

func isModelPickle(head []byte) bool { return isPickle(head) && modelClass.Match(head) }

// pointerHead begins a pointer of Git LFS:
// https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md.
var pointerHead = []byte("version https://git-lfs.github.com/spec/v1\n")

// readModel is the trace of a file that is a model, or points to one.
func readModel(file string, head []byte) []Trace {
	formats := modelFormatsOf(file)
	form, is := ModelFile, func(f *ModelFormat) bool { return f.is(head) }
	if bytes.HasPrefix(head, pointerHead) {
		form, is = Pointer, func(f *ModelFormat) bool {
			return f.sure || len(f.Names) > 0 || f.Name == "PyTorch" && !strings.HasSuffix(file, ".bin")
		}
	}
	i := slices.IndexFunc(formats, is)
	if i < 0 {
		return nil
	}
	text := syntax.NewText(file, nil)
	return []Trace{{
		Form: form, Name: syntax.NewString(path.Base(file), text, 0, 0), Entry: &formats[i].Entry, Scope: Runtime, Target: file,
	}}
}

// namedModel is the format that a name says surely, or nil.
func namedModel(file string) *ModelFormat {
	for _, f := range modelFormatsOf(file) {
		if f.sure {
			return f
		}
	}
	return nil
}

// IsModelName reports whether a file by its name may be a model, of which only
// the beginning is read. Names of manifests and notebooks are none.
func IsModelName(file string) bool { return manifestOf(file) == nil && modelFormatsOf(file) != nil }
