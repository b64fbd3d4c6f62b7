package format

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// saying is how a sentence plainly states something: a phrase in it, whole
// words in any case. unless takes back a sentence that only looks as if it did,
// as one that denies it.
type saying struct {
	field  string // of a dataset; "?" before those that are no field of their own
	phrase phrase
	unless expression // nil if nothing takes it back
}

func says(field, expression, unless string) saying {
	s := saying{field: field, phrase: newPhrase(expression)}
	if unless != "" {
		s.unless = lazily(`(?i)` + unless)
	}
	return s
}

// The kinds of thing that words about data are about, and how data comes about.
const (
	dataWords  = `(?:data|data ?sets?|sentences|images|samples|records|texts?|examples|pairs|documents|quer(?:y|ies)|questions|databases|transcripts|articles|posts|stories|dialogues|conversations|events|residuals|measurements|traffic|recordings|reviews|labels)`
	fromWords  = `(?:data|texts?|articles|documents|documentation|images|records|questions|posts|measurements|opinions|logs|servers?)`
	gatherings = `(?:collected|gathered|scraped|crawled|harvested|extracted|sourced|downloaded|obtained|sampled|drawn)`
	capital    = `(?:the |a |an |our )?(?-i:["“'(\[]*[A-Z])`
)

// purposeSaid is how a sentence says what a thing is for.
var purposeSaid = sync.OnceValue(func() []saying {
	return []saying{
		says("purpose", `(?i)\b(?:designed|intended|meant|built|created|developed|curated|constructed|tailored|suitable|suited) (?:\w+ly )?(?:for|to|as an?) \w`,
			`\b(?:not|never|isn't|aren't|nor) \W*(?:\w+ ){0,2}(?:designed|intended|meant|built|created|developed|tailored|suitable|suited)\b|\b(?:intended|meant|designed) to be (?:\w+ly )?(?:updated|refreshed|released|published|extended|maintained|loaded)\b|\b(?:less|un)(?:suitable| suited)\b`),
		says("purpose", `(?i)\b(?:serves?|serving) as (?:an? |the )?(?:[\w-]+ ){0,6}(?:benchmark|data ?set|corpus|replacement|test ?bed|test ?set|baseline|resource|foundation)\b`, `\b(?:not|never|cannot) serve`),
		says("purpose", `(?i)\b(?:can|could|may|should|is to|are to|to) be used (?:for|to|as|in) \w`, `\b(?:not|never) (?:to )?be used\b`),
		says("purpose", `(?i)(?:^\W*|\b(?:is|are|was|were|been|be|widely|commonly) )used (?:for|in|to) (?:the |our )?(?:\w+[- ]){0,2}(?:fine-?tun\w+|(?:pre-?)?train\w*|evaluat\w+|benchmark\w*|test|testing|analytics|analys[ei]s|research|reporting|modell?ing|forecast\w*|predict\w*|monitoring|reconciliation|planning)\b`,
			`\bnot used\b|\b(?:metrics?|scripts?|code|tools?|librar(?:y|ies)|scores?|hardware|gpus?) (?:is|are|was|were|been|be) (?:\w+ly )?used\b`),
		says("purpose", `(?i)\b(?:benchmark|data ?set|corpus|test ?bed|test ?set|suite|resource) (?:[\w-]+ ){0,3}for (?:the )?(?:[\w-]+ ){0,5}?(?:evaluat\w+|(?:pre-?)?training|fine-?tuning|testing|benchmarking|assessing|measuring|studying|comparing|research|translation|segmentation|classification|detection|recognition|generation|answering|modell?ing|forecasting)\b`,
			`\b(?:no|not an?|lack of|without|existing|previous|prior) (?:[\w-]+ ){0,3}(?:benchmark|data ?set|corpus|resource)s?\b`),
		says("purpose", `(?i)\b(?:aims?|seeks?|aimed) (?:to|at) (?:address|support|enabl|help|facilitat|provid|evaluat|train|measur|improv|benchmark|promot|advanc|assess)\w*`, `\bnot (?:aim|seek)`),
		says("purpose", `(?i)\b(?:goal|aim|purpose|objective)s?(?: of (?:the|this|our) (?:[\w-]+ ){0,4}?(?:data|data ?set|corpus|benchmark|collection|model|system|project))? (?:is|are|was) (?:to|for)\b`, ``),
		says("purpose", `(?i)\baddress(?:es)? the need\b|\breleased? (?:our |the |this )[^.]{1,60}\bto (?:motivate|support|enable|facilitate|foster|encourage|promote) \w`, ``),
	}
})

// modelPurposeSaid are further words that cards of models have for it.
var modelPurposeSaid = sync.OnceValue(func() []saying {
	const denied = `\b(?:not|never|nor) (?:\w+ ){0,2}(?:intended|designed|meant|built|created|developed|suitable|released|provided|made|aim|serve|help|allow|enable|be used|used)\b`
	return append(slices.Clone(purposeSaid()),
		says("purpose", `(?i)\b(?:intended|designed|meant|built|created|developed|suitable|released|provided|made) (?:(?:for|to) \w|as an? )|\b(?:aims|serves|helps|allows|enables) (?:to|as|users|researchers)\b|\bthe (?:aim|goal|purpose) (?:of|is)\b`, denied),
		says("purpose", `(?i)\b(?:designed|intended|meant|developed|built|suitable) (?:to|for)\b|\bintended uses?\b|\b(?:is|are|can be|may be) used (?:to|for|by|in)\b`, denied),
	)
})

// saysPurpose reports whether a sentence of a text says what a model is for.
func saysPurpose(text *syntax.Node) bool {
	return slices.ContainsFunc(sentences(text), func(sentence *syntax.Node) bool { return states(modelPurposeSaid(), sentence.Scalar) })
}

// sourceSaid is how a sentence says where data comes from.
func sourceSaid() []saying {
	return []saying{
		says("acquisition.source", `(?i)\b(?:extracted|sourced|collected|gathered|scraped|crawled|downloaded|obtained|derived|derives|acquired|taken|drawn|sampled|harvested|filtered|adapted|recorded) (?:[\w-]+ ){0,2}?from \w`, notGathered),
		says("acquisition.source", `(?i)\bbased (?:up)?on `+capital, ``),
		says("acquisition.source", `(?i)\bacquired (?:by|based on) \w|\bdigiti[sz]ed by \w`, notGathered),
		says("acquisition.source", `(?i)\b(?:subset|partition|sample|(?:cleaned|processed|filtered|enhanced|translated|extended|deduplicated) version|extension) of `+capital, ``),
		says("acquisition.source", `(?i)\b`+fromWords+` from (?:the (?:internet|web)\b|`+capital+`)`, ``),
		says("acquisition.source", `(?i)\bpublicly available (?:[\w-]+ ){0,3}from \w`, ``),
	}
}

// provenanceSaid is how a sentence says what data was made from or with.
func provenanceSaid() []saying {
	return []saying{
		says("provenance.generated_by", `(?i)\b(?:extracted|sourced|scraped|crawled|downloaded|derived|derives|taken|drawn|sampled|harvested|filtered|adapted) (?:[\w-]+ ){0,2}?from (?:[\w-]|`+capital+`)`, notGathered),
		says("provenance.generated_by", `(?i)\bbased (?:up)?on `+capital, ``),
		says("provenance.generated_by", `(?i)\b(?:subset|partition|(?:cleaned|processed|filtered|enhanced|translated|extended|deduplicated) version|extension) of `+capital, ``),
		says("provenance.generated_by", `(?i)\b`+fromWords+` from (?:the (?:internet|web)\b|`+capital+`)`, ``),
		says("provenance.generated_by", `(?i)\b(?:content|data|texts?) (?:[\w-]+ ){0,3}converted (?:in)?to\b`, ``),
		says("provenance.generated_by", `(?i)\b(?:subset|partition) of (?:the )?[\w-]+ (?:[\w-]+ ){0,4}?(?:data ?set|corpus|mix|collection)\b`, ``),
		says("provenance.generated_by", `(?i)\bdigiti[sz]ed by \w|\bacquired based on \w|\bcurated from \w|\bpublicly available (?:[\w-]+ ){0,3}from \w`, notGathered),
		says("provenance.generated_by", `\b[Tt]ranslated [A-Z][\w-]* data ?set\b|^[A-Z][\w-]* data ?set,? filtered\b`, ``),
		says("provenance.generated_by", `(?i)\b(?:generated|synthesi[sz]ed) (?:\w+ly )?(?:by|with|using|from) \w`, `\b(?:evaluat|assess|test|detect|benchmark|compar|measur|identif|distinguish)\w*\b.*\bgenerated\b|\b(?:not|never) (?:\w+ly )?generated\b`),
		says("provenance.generated_by", `(?i)\b(?:hourly|daily|nightly|weekly|monthly) (?:[\w-]+ ){0,2}(?:exports?|dumps?|extracts?)\b`, ``),
	}
}

const notGathered = `\b(?:not|never|nothing|none|neither) (?:\w+ ){0,2}(?:extracted|sourced|collected|gathered|scraped|crawled|downloaded|obtained|derived|acquired|taken|drawn|sampled|generated)\b`

// often are the words for how often something is done.
const often = `(?:hourly|daily|nightly|weekly|monthly|quarterly|annually|yearly|every (?:\w+ )?(?:minutes?|hours?|day|night|days|week|weeks|months?|quarter|years?)|(?:once|twice) (?:a|per|every) \w+|in real[- ]time)`

// dataSaid are the sayings about data, those about one field in the order in
// which they count.
var dataSaid = sync.OnceValue(func() []saying {
	return slices.Concat(purposeSaid(), sourceSaid(), provenanceSaid(), []saying{
		says("limitations", `(?i)\b(?:limitations?|caveats?|shortcomings?|drawbacks?)(?: of (?:the|this|our) (?:[\w-]+ ){0,3}?(?:data|data ?sets?|corpus|benchmark|collection|resource))? (?:is|are|includes?)\b`, `\bno (?:known |major )?(?:limitation|caveat)|\blimitations? (?:of|in) (?:existing|prior|previous|other|current)`),
		says("limitations", `(?i)\bnot\W+(?:\w+ly )?(?:meant|intended|suitable|suited|designed|recommended|appropriate)\W+(?:for|to|as)\b`, ``),
		says("limitations", `(?i)\b(?:should|must|may|can) ?not be used\b|\bdo not use\b`, `\bwithout (?:permission|consent)\b`),
		says("limitations", `(?i)\bdo(?:es)? not (?:contain|include|cover|represent|reflect|capture)\b`, `\bpersonal|\bpii\b|\bhumans?\b|\bpeople\b|\bpersons?\b|identif|\bpatients?\b|\bindividuals?\b|\bsensitive\b|\bconfidential\b|\bviews\b|\bopinions\b`),
		says("limitations", `(?i)\bmay (?:still )?(?:contain|include|have) (?:\w+ ){0,2}(?:errors?|noise|bias(?:es)?|mistakes|duplicates|inaccurac\w+)\b`, ``),
		says("acquisition.method", `(?i)\b(?:was|were|is|are|been|being|we|`+dataWords+`)(?: \([^)]{1,60}\))? (?:\w+ly |then |also |carefully )?(?:`+gatherings+`|acquired|synthesi[sz]ed|generated|crowd-?sourced|recorded|compiled|digiti[sz]ed) (?:and|from|with|using|by|via|through|between|during|in|based on|at|on|over|as|our own)\b`,
			notGathered+`|\b(?:evaluat|assess|test|detect|benchmark|compar|measur)\w*\b.*\bgenerated\b`),
		says("acquisition.method", `(?i)\b(?:created|produced) (?:with|using|via|through) \w`, notGathered),
		says("acquisition.method", `(?i)\b`+gatherings+` (?:\w+ly )?(?:from|via|using|through|between) \w`, notGathered+`|\bas obtained\b|\bscores?\b`),
		says("?acquired", `(?i)\b(?:collected|gathered|scraped|crawled|harvested|extracted|downloaded|obtained|acquired|recorded|sampled)\b.*\b(?:between|in|on|from|during|until|as of) (?:(?:early|late|mid|the|January|February|March|April|May|June|July|August|September|October|November|December|\d{1,2}(?:st|nd|rd|th)?,?) ){0,3}(?:19|20)\d{2}\b`, notGathered),
		says("update_cadence", `(?i)\b(?:updated|refreshed|released|published|loaded|delivered|ingested|exported|synchroni[sz]ed|regenerated|rebuilt) (?:[\w-]+ ){0,3}?`+often+`\b`, `\bnot (?:\w+ ){0,2}(?:updated|refreshed|released|published|loaded|delivered)\b`),
		says("update_cadence", `(?i)\b(?:hourly|daily|nightly|weekly|monthly|quarterly|yearly|annual) (?:[\w-]+ ){0,2}(?:exports?|updates?|refresh(?:es)?|batch(?:es)?|loads?|dumps?|snapshots?|imports?|feeds?)\b`, `\bno (?:hourly|daily|nightly|weekly|monthly|quarterly|yearly|annual)\b`),
		says("update_cadence", `(?i)\b(?:no longer|never|never be) (?:updated|maintained)\b|\bnot (?:be )?(?:updated|maintained)(?: any ?more)?\W*$`, ``),
		says("?no-personal", `(?i)\b(?:contains?|includes?|holds?|has|have|with|there (?:is|are)) no (?:[\w-]+ ){0,2}?(?:personal(?:ly)?[- ]?(?:identif\w+ )?(?:data|information)|pii|phi)\b|\b(?:does|do) not (?:contain|include|hold|collect|show|depict) (?:any )?(?:[\w-]+ ){0,1}?(?:humans|people|persons|personal(?:ly)? (?:identif\w+ )?(?:data|information)|pii|phi)\b|^\W*no personal data\b`,
			`\b(?:except|apart from|other than|beyond|besides|unless|but)\b`),
		says("known_bias", `(?i)\b(?:is|are|be) (?:\w+ly )?(?:biased|skewed) (?:towards?|against)\b`, `\bnot (?:\w+ )?(?:biased|skewed)\b`),
		says("preparation", `(?i)\b(?:is|are|was|were|been|being|then|and) (?:\w+ly )?(?:filtered|cleaned|de-?duplicated|pre-?processed|anonymi[sz]ed|pseudonymi[sz]ed|scrubbed|redacted|fixed with|translated|augmented with)\b|\bfiltered (?:for|from)\b|\b(?:cleaned|filtered|de-?duplicated|processed) version\b`,
			`\b(?:not|never) (?:\w+ ){0,2}(?:filtered|cleaned|de-?duplicated|pre-?processed|anonymi[sz]ed|pseudonymi[sz]ed|scrubbed|redacted|translated)\b|\b(?:should|must|can|could|may|to) be\b|\b(?:raters|annotators|workers|labell?ers|participants|papers) (?:was|were)\b`),
		says("labelling.by", `(?i)\b(?:annotated|labell?ed|rated) (?:[\w-]+ ){0,2}?by \w|\bno human annotat|\blabels (?:is|are|was|were) (?:\w+ly )?(?:computed|assigned|generated|derived|produced)\b`, `\b(?:not|never) (?:\w+ )?(?:annotated|labell?ed|rated|computed|assigned|generated)\b`),
		says("access", `(?i)(?:^\W*|\b(?:is|are|be) )used by (?:the )?\w|\b(?:is|are) (?:\w+ly )?(?:available|accessible) (?:to|upon|on request)\b|\baccess (?:is|to \w+ is) (?:restricted|limited|granted)\b`, `\bnot (?:\w+ly )?(?:available|accessible|used)\b`),
	})
})

// states reports whether one of the sayings is in a sentence.
func states(sayings []saying, sentence string) bool {
	sentence = plain(sentence)
	folded := strings.ToLower(sentence)
	return slices.ContainsFunc(sayings, func(s saying) bool { return s.in(sentence, folded) })
}

func (s saying) in(sentence, folded string) bool {
	return s.phrase.in(sentence, folded) && (s.unless == nil || !s.unless().MatchString(sentence))
}

// plain is a sentence in one line and without the marks of emphasis.
func plain(sentence string) string {
	return strings.Join(strings.Fields(emphasis.Replace(sentence)), " ")
}

var emphasis = strings.NewReplacer("*", "", "`", "", "’", "'")

// readSaid gives a dataset what the sentences of texts about it state plainly
// and no field of its own does. It reports whether they state the time of the
// acquisition, which in words is no day.
func readSaid(dataset *syntax.Node, texts ...syntax.Field) (acquired bool) {
	open := slices.DeleteFunc(slices.Clone(dataSaid()), func(s saying) bool {
		return dataset.Lookup(fieldPath(s.field)) != nil || s.field == "provenance.generated_by" && document.HasContent(dataset.Get("provenance")) || s.field == "labelling.by" && dataset.Get("labelling") == nil
	})
	for _, text := range texts {
		for _, sentence := range sentences(text.Value) {
			says := plain(sentence.Scalar)
			if strings.HasSuffix(says, "?") {
				continue
			}
			told, folded := map[string]bool{}, strings.ToLower(says)
			for _, s := range open {
				if !told[s.field] && s.in(says, folded) {
					told[s.field] = true
					acquired = acquired || s.field == "?acquired"
					setSaid(dataset, s.field, sentence)
				}
			}
		}
	}
	return acquired
}

// setSaid gives a field of a dataset a sentence in the shape that it has.
func setSaid(dataset *syntax.Node, field string, sentence *syntax.Node) {
	switch field {
	case "limitations":
		appendTo(dataset, field, sentence, sentence)
	case "known_bias":
		appendTo(dataset, field, sentence, entry("what", sentence, sentence))
	case "preparation":
		step := entry("step", sentence, sentence.DeriveString("stated in the description"))
		step.Set("method", sentence, sentence)
		appendTo(dataset, field, sentence, step)
	case "labelling.by":
		appendTo(dataset, field, sentence, sentence)
	case "?no-personal":
		setOnce(dataset, "personal_data.description", sentence, sentence)
		setOnce(dataset, "personal_data.present", sentence, boolAt(sentence, false))
	case "?acquired":
	default:
		setOnce(dataset, field, sentence, sentence)
	}
}

// enoughText is the length, in bytes, up to which a text is read for sentences.
const enoughText = 20 << 10

// sentences are the sentences of a text, each at its own place if the text is
// written there as it reads, else at that of the whole.
func sentences(text *syntax.Node) []*syntax.Node {
	if text == nil || text.Kind != syntax.String {
		return nil
	}
	rest := strings.ToValidUTF8(text.Scalar[:min(len(text.Scalar), enoughText)], "")
	source := ""
	start, end := text.Offsets()
	if start < end { // a row of a list of maps may be written in another order
		source = text.Source()
	}
	from := 0
	var found []*syntax.Node
	for rest != "" {
		var sentence string
		sentence, rest = cutSentence(rest)
		if sentence = strings.TrimSpace(sentence); sentence == "" {
			continue
		}
		at := strings.Index(source[from:], sentence)
		if at < 0 {
			found = append(found, text.DeriveString(sentence))
			continue
		}
		from += at
		found = append(found, syntax.NewString(sentence, text.Text(), start+from, start+from+len(sentence)))
		from += len(sentence)
	}
	return found
}

// cutSentence cuts the first sentence off a text: it ends with a full stop
// before a capital, a digit or a mark, at an empty line, or before an item of a
// list.
func cutSentence(text string) (sentence, rest string) {
	for _, end := range sentenceEnd().FindAllStringIndex(text, -1) {
		before, after := text[:end[0]+1], strings.TrimLeft(text[end[1]:], " \t")
		last := before[strings.LastIndexAny(before[:len(before)-1], " \t\n(")+1:]
		if text[end[0]] != '\n' && (abbreviation().MatchString(last) || after != "" && unicode.IsLower([]rune(after[:min(len(after), 4)])[0])) {
			continue
		}
		if text[end[0]] == '\n' {
			return text[:end[0]], text[end[0]+1:]
		}
		return text[:end[1]], text[end[1]:]
	}
	return text, ""
}

var (
	sentenceEnd  = lazily(`[.!?]["”')\]]*(?:\s+|$)|\n\s*\n|\n\s*(?:[-*•#]|\d{1,2}[.)]\s)`)
	abbreviation = lazily(`(?i)^(?:e\.g|i\.e|etc|vs|al|fig|no|approx|ca|cf|dr|mr|ms|prof|inc|ltd|[a-z])\.$`)
)
