package lang

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// Kinds of abbreviation: by what may follow them.
const (
	beforeName   = 1 + iota // titles: the sentence never ends here
	beforeNumber            // abbreviations only before a number: "No. 5"
	capitalised             // abbreviations only when capitalised: "Sat."
	anywhere                // the sentence may end here: "etc."
)

// abbreviations that keep their full stop, in lower case and without it.
var abbreviations = func() map[string]int {
	m := map[string]int{}
	for kind, words := range [...]string{
		beforeName: `mr mrs ms mx dr prof st gen lt col maj capt cmdr adm brig sgt cpl pvt hon rev fr sr gov sen sens rep reps
			amb pres smt engr supt insp msgr mme mlle messrs mt ft vs vol pp approx ca cf al dept univ assn bros attn ext fig figs eq
			e.g i.e a.k.a viz asst atty dist govt natl intl mgr`,
		beforeNumber: `no nos nr arts sec art para`,
		capitalised:  `jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun spec co est`,
		anywhere:     `etc inc ltd corp llc plc jr esq ph.d a.m p.m u.s u.k u.n e.u d.c ave blvd rd hwy yrs hrs mins tel bldg`,
	} {
		for _, w := range strings.Fields(words) {
			m[w] = kind
		}
	}
	return m
}()

// contracted words are two tokens; the number is the length of the first.
var contracted = map[string]int{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dont": 2, "cant": 2, "wont": 2, "didnt": 3,
	"doesnt": 4, "isnt": 2, "wasnt": 3, "arent": 3, "havent": 4, "couldnt": 5, "wouldnt": 5, "hasnt": 3, "werent": 4,
	"thats": 4, "youre": 3, "theyre": 4, "youve": 3, "ive": 1,
}

// boundPrefixes are prefixes that stay with the word behind their hyphen.
var boundPrefixes = set(`e non pro pre post anti co re multi semi cross psycho mid ex neo sub over arch counter socio mini
	un ultra inter intra trans de dis micro macro pseudo quasi bi tri hyper extra infra proto meta uni mis`)

// units that are tokens of their own right behind a number.
var units = set(`k K m M mm MM b B bn tn kg g mg lb lbs ft km cm mi mph kmh am pm AM PM a.m p.m a.m. p.m. Mb MB GB Gb kb KB TB
	kW MW GW kWh MWh Hz kHz MHz GHz hrs hr min mins sec secs x ml L mn trn`)

var topDomains = set(`com org net edu gov mil int info biz co uk us ca au de fr es it nl ru ua by cn jp in eu tv io me news
	press ch at be se no dk fi pl cz il tr za br mx ar ir pk`)

var fileEndings = set(`doc docx xls xlsx pdf ppt pptx txt jpg jpeg png gif htm html zip csv`)

var emoticons = set(`:) :( ;) :-) :-( ;-) :D :P :p ;P =) =( (: :/ :-/ :-D :-P :'( :O :o XD xD <3 ^_^ >:( :)) :] =D -_- :| ;D o_O`)
