package format

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// translations are how headings of cards read in French, German, Spanish,
// Portuguese, Chinese, Japanese and Korean, as [headingText] gives them, and
// the English heading of the same meaning. What is not here is not understood,
// and [document.Document.Unread] says so.
//
//nolint:misspell // words of other languages
var translations = translated([][2]string{
	{"out of scope use", `hors (?:de la )?(?:portee|perimetre)|(?:utilisations?|usages?) (?:exclue?s?|interdite?s?|non (?:prevue?s?|autorisee?s?))|nicht (?:bestimmt|vorgesehen|geeignet)|ausserhalb des (?:anwendungs|einsatz)bereichs|usos? (?:fuera|nao|no) |fora (?:de|do) escopo|usos prohibidos|usos proibidos|超出范围|不适用|禁止用途|禁止使用|対象外|禁止事項|범위 외|범위를 벗어난|금지된 사용`},
	{"intended users", `utilisateurs? (?:vises?|cibles?|prevus?)|public (?:vise|cible)|zielgruppe|vorgesehene nutzer|usuarios (?:previstos|objetivo)|usuarios pretendidos|publico alvo|目标用户|预期用户|想定ユーザー|対象ユーザー|대상 사용자`},
	{"purpose and intended use", `objectif et portee|proposito y alcance|proposito e escopo`},
	{"intended use", `(?:utilisations?|usages?) (?:prevue?s?|visee?s?)|cas d'?usage|cas d utilisation|verwendungszweck|einsatzzweck|(?:vorgesehene|beabsichtigte|bestimmungsgemasse)r? (?:nutzung|verwendung|gebrauch|einsatz)|usos? (?:previstos?|pretendidos?)|casos de uso|预期用途|使用场景|应用场景|适用场景|想定用途|使用目的|想定される(?:用途|使用)|사용 목적|의도된 (?:사용|용도)|활용 방안`},
	{"purpose", `^(?:objectifs?|finalites?|but)(?: du systeme)?$|^zweck\b|^ziele?$|^(?:proposito|objetivos?|finalidade)\b|^目的$|系统目的|^목적$`},
	{"bias, risks and limitations", `(?:biais|risques) et limit\w+|limit\w+ et biais|verzerrungen.* (?:und|risiken) .*einschrankungen|sesgos.* y limitaciones|limitaciones y sesgos|vieses? e limitacoes|limitacoes e vieses?|偏见.*局限|局限.*偏见|バイアス.*制限|편향.*한계`},
	{"limitations", `^limites?\b|\blimites?$|limitations? connues|einschrankungen|grenzen|limitaciones|limitacoes|局限|限制|制限事項|制約|限界|제한 ?사항|한계`},
	{"ethical considerations", `considerations? ethiques?|ethische (?:uberlegungen|aspekte|erwagungen)|consideraciones eticas|consideracoes eticas|伦理|倫理|윤리`},
	{"bias and risks", `^(?:biais|risques?)\b|\brisques?\b|\brisiken\b|verzerrung|\bsesgos?\b|\briesgos?\b|\bvies(?:es)?\b|\briscos?\b|偏见|风险|リスク|バイアス|편향|위험`},
	{"training data", `donnees? d'?entrainement|donnees d apprentissage|trainingsdaten|datos de entrenamiento|dados de trein\w+|训练数据|訓練データ|学習データ|학습 ?데이터`},
	{"evaluation data", `donnees de test|donnees d'?evaluation|testdaten|datos de (?:prueba|evaluacion)|dados de teste|测试数据|评估数据|評価データ|평가 ?데이터`},
	{"evaluation", `^evaluation(?: und .*| et .*)?$|performances? et evaluation|\bergebnisse\b|\bresultats?\b|\bleistung\b|\bevaluacion\b|\brendimiento\b|\bresultados\b|\bavaliacao\b|\bmetricas\b|\bmetriques?\b|评估|评测|性能|实验结果|評価|性能|평가|성능`},
	{"environmental impact", `impact environnemental|umweltauswirkungen|umweltwirkung|impacto ambiental|环境影响|環境への影響|환경 영향`},
	{"human oversight", `supervision humaine|controle humain|menschliche (?:aufsicht|uberwachung|kontrolle)|supervision humana|supervisao humana|人工监督|人工审核|人間による(?:監督|監視)|인간 감독`},
	{"monitoring", `^surveillance\b|^uberwachung\b|^monitoreo\b|^monitoramento\b|监控|監視|모니터링`},
	{"architecture", `^architektur\b|\barquitectura\b|\barquitetura\b|architecture (?:technique|du systeme)|架构|アーキテクチャ|아키텍처`},
	{"model description", `description du modele|presentation du modele|modellbeschreibung|descripcion del modelo|descricao do modelo|模型(?:描述|介绍|简介|说明)|モデル(?:の)?(?:概要|説明|詳細)|모델 (?:설명|소개|개요|상세)`},
	{"summary", `resume executif|^resume$|^zusammenfassung$|^uberblick$|^ubersicht$|^resumen\b|^resumo\b|^descripcion\b|^descricao\b|^visao geral|^beschreibung$|^概述|^概要$|^简介$|^개요$|^소개$`},
	{"contact", `^(?:kontakt|contacto|contato|coordonnees|联系方式|联系我们|お問い合わせ|連絡先|연락처|문의)\b|^(?:联系|お問い合わせ|連絡先|연락처|문의)`},
	{"license", `^(?:lizenz|licencia|licenca|许可证|许可|ライセンス|라이선스)`},
	{"privacy", `vie privee|protection des donnees|datenschutz|privacidad|privacidade|隐私|プライバシー|개인정보`},
	{"security", `^securite\b|^sicherheit\b|^seguridad\b|^seguranca\b|安全性|セキュリティ|보안`},
	{"data source", `sources? des donnees|datenquellen?|datenherkunft|fuentes? de (?:los )?datos|fontes? de dados|数据来源|データ(?:の)?(?:出典|ソース)|데이터 출처`},
	{"data collection", `collecte des donnees|datenerhebung|datensammlung|recoleccion de datos|recopilacion de datos|coleta de dados|数据收集|データ収集|데이터 수집`},
	{"dataset description", `description du jeu de donnees|beschreibung des datensatzes|descripcion del conjunto de datos|descricao do (?:conjunto de dados|dataset)|数据集(?:描述|介绍|简介|说明)|データセット(?:の)?(?:概要|説明)|데이터셋 (?:설명|소개|개요)`},
})

type translation struct {
	english string
	foreign expression
}

// translated compiles patterns in the form that [nameWords] gives text, which
// takes Korean syllables apart.
func translated(table [][2]string) []translation {
	all := make([]translation, 0, len(table))
	for _, entry := range table {
		all = append(all, translation{english: headingText(entry[0]), foreign: lazily(norm.NFKD.String(entry[1]))})
	}
	return all
}

// inEnglish is the English heading that means what one in another language
// does, or "".
func inEnglish(text string) string {
	for _, t := range translations {
		if t.foreign().MatchString(text) {
			return t.english
		}
	}
	return ""
}

// translated are the topics of a heading in a text that is not in English. A
// heading in another language is taken for the English one that it means.
func (table topicTable) translated(heading string) []topic {
	text := headingText(heading)
	if topics := table.on(text); len(topics) > 0 {
		return topics
	}
	if english := inEnglish(text); english != "" {
		return table.on(english)
	}
	return nil
}

// unread are the headings of a text in another language than English that are
// on no topic known here.
func (c *card) unread() []string {
	if isEnglish(c.tree.Outline) {
		return nil
	}
	var headings []string
	table := topicsOf(c.kind)
	visitSections(c.tree.Outline.Root, func(section *syntax.Section) {
		if section.Heading == nil || section.Heading == c.title || section.Level == syntax.BoldHeading {
			return
		}
		if text := strings.TrimSpace(section.Heading.Scalar); text != "" && len(table.translated(text)) == 0 && !slices.Contains(headings, text) {
			headings = append(headings, text)
		}
	})
	return headings
}

// isEnglish reports whether the body reads as English, by its function words.
// A body too short to tell is taken for English.
func isEnglish(outline *syntax.Outline) bool {
	words, common, foreign := 0, 0, 0
	var count func(*syntax.Section)
	count = func(section *syntax.Section) {
		text := section.Blocks
		for _, statement := range statements(text, true) {
			if isIdentifier(statement.Scalar) {
				continue
			}
			for word := range strings.FieldsFuncSeq(strings.ToLower(statement.Scalar), func(r rune) bool { return !unicode.IsLetter(r) }) {
				words++
				if englishWords[word] {
					common++
				}
				if r, _ := utf8.DecodeRuneInString(word); r >= 0x370 {
					foreign += 1 + utf8.RuneCountInString(word)/2
				}
			}
		}
		for _, child := range section.Sections {
			count(child)
		}
	}
	count(outline.Root)
	if foreign > words/3 {
		return false
	}
	return words < 40 || common*12 > words
}

// isIdentifier reports whether a text is a name, a path or a requirement, which is
// in no language: printable ASCII without a space.
func isIdentifier(text string) bool {
	for i := range len(text) {
		if text[i] <= ' ' || text[i] > '~' {
			return false
		}
	}
	return text != ""
}

var englishWords = func() map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq("the of and to a in is for this that with on as are be by it from was were not or at an which can should used using has have") {
		set[word] = true
	}
	return set
}()
