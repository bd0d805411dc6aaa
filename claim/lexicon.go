package claim

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

//go:embed lexicon/*.toml lexicon/states.txt
var lexiconFiles embed.FS

// words is a set of lemmas; a phrase has its words joined by one space.
type words map[string]bool

// UnmarshalTOML implements toml.Unmarshaler for a list of strings.
func (w *words) UnmarshalTOML(v any) error {
	list, ok := v.([]any)
	if !ok {
		return fmt.Errorf("read lexicon: want a list of words, got %T", v)
	}
	*w = make(words, len(list))
	for _, x := range list {
		s, ok := x.(string)
		if !ok {
			return fmt.Errorf("read lexicon: want a word, got %v", x)
		}
		(*w)[s] = true
	}
	return nil
}

// lexicon holds the words of every frame. The files under lexicon/ explain them.
type lexicon struct {
	texts struct {
		Nouns, Lists, Weak, Versions, Provide, Hold, Write, Writing                                                                           words
		Cut, Grow, Become, Have, Done, Remain, First, Later, Hand, Further, Speaking, Joint, Making, Letters, Bills, Counting, Figures, Truer words
		Pending, Disputed, Accord, Reach, Asked, Set, Lays, Answers, Takes, Issued, Deem, Tally, Leaked, Published, Seen, Pieces, Separate    words
		TakePart                                                                                                                              words `toml:"take_part"`
		FirstAdverbs                                                                                                                          words `toml:"first_adverbs"`
		Parts, Counted                                                                                                                        map[string]string
	}
	points struct {
		Parts, Matters, Acts         words
		Status, Intransitive, States map[string]string
		Fronted                      map[string]string
		Lists                        struct {
			Hollow, Mends                                                                                                                                                                                                                                                                                                                                                 words
			Options, Tables, Loses, Defeats, Removals, Hangs                                                                                                                                                                                                                                                                                                              words
			Written, Provides, Binds, Together, Stops, Concerning, Duties, Weighty, Forces, Permits, Settles, Quarrels, Asunder, Pending, Vague, Bears, Bearers                                                                                                                                                                                                           words
			Plain, General, Headings, Procedural, Empty, Reach, Reached, Unbinding, Laid, Keeps, Wish, Deal, Talks, Worldly, Features, Duty, Lay, Laying, Returns, Consent, Tenders, Abides, Effect, Unchanged, Honours, Solutions, Entrust, Portions, Drafts                                                                                                             words
			Concludes, Gone, Mentions, Silent, Speaking, Strife, Persists, Declares, Observes, Flouts, Breaks, Cores, Hard, Topics, Lapses, Links, Contents, Glances, Burdens, Commits, Manners, Obtain, Edits, Vanish, Journeys, Idle, Measures, Plainly, Objects, Reservations, Asked, Sends, Bodies, Taken, Advises, Effects, Gives, Neutrals, Urgings, Rebuffs, Heeds words
			Accords, Vows, Receives, Granting, Hands, Employers, Captives, Freed, Force, Forced, Figures, Withheld, Signs, Deeds, Firms                                                                                                                                                                                                                                   words
		}
	}
	positions struct {
		Verbs, Nouns, Adjectives        map[string]string
		Governs                         words
		Prepositions, Nominal, Verdicts map[string]string
		Judgements, Participles         map[string]string
		Lists                           struct {
			Express, Concede, Basis, Lead, Mean, Vote, Ideas, Words, Vague, Ends, Threats                                                                                                                                                                                                         words
			Call, Make, Depend, Contingent, Possible, Stay, Condition                                                                                                                                                                                                                             words
			Reopen, Unruly, Moods, Loud, Voids, Yield, Yieldings, Resign, Resolve, Bystanders, Watchers, Things, Room, People, Search, Hand, Strife, Rules, Tales, Refused, Leave, Forewarn, Repay, Misgivings, Measures, Felt, Conditional, Receipts, Touch, Fathom, Edits, Services, Courtesies words
			Procedural, Circumstances, Imagine, Foregone, Reputed, Deny, Counsel, Electors, Quits                                                                                                                                                                                                 words
			Lowers, Raises, Causes, Ways, Essentials, Keys, Remedies, Runs, Imposed, Motions, Carry, Asks, Decrees, Assert, Hostile, Wills, Accuse, Drafting, Aspirations, Penalties, Stances, Bearings, Freedoms, Assertions, Hollow, Pledges, Granted, Opposing, Remarks, Meets, Spared         words
		}
	}
	stands struct {
		Holder, Matter, Behind map[string]words  // turns of phrase by stance
		Named                  map[string]string // nouns for a stand that is said to be something, with its stance
	}
	spoken struct {
		No, Yes, Any, Until, Nothing, Exceptions, Openers, Bids, Questions, Wills, Idle, Grants, Asks, Ours words
	}
	changes  struct{ Holder, Matter map[string]words } // turns of phrase by status
	meetings struct {
		Verbs, Visits, Phone, Negotiate, Nouns, Weak, Not, Hold, Happen, Begin                                              words
		Cancel, Postpone, Plan, Want, Deny, Upcoming, Possible, Parts, False                                                words
		Between, Offices, After, Represent, Delegations, Sign, Work, Pen, Hands, Signed, Unsigned, Occasions, Journey, End  words
		Inner, Chambers, Tales, Meals, Together, Refuse, Venues, Margins, News, Exit, Organs, Mixed, Ranks, Visitors        words
		Call, Dashes, Seats, Shelves, Sessions, Turns, Affairs                                                              words
		Things, Vessels, Having, Giving, Sharing, Spells, Accost, Aside, Alongside, Mutual, Drops, Ushers                   words
		Appear, Bargains, Induce, Stay, Part, Shared, Secluded, Carry, Messages, Foreseen, Ongoing, Off, Prospects, Rumours words
		Labours, Shut, Furniture, Imperil, Readies, Outlooks, Designs, Pursue, Products, Concur, Heads, Unions              words
		LaboursOn                                                                                                           words    `toml:"labours_on"`
		AtTable                                                                                                             []string `toml:"at_table"`
		GoOn                                                                                                                words    `toml:"go_on"`
		Format, Upon                                                                                                        map[string]string

		turns map[string][][]string // phrases of Turns by their first words
	}
	deadlines struct {
		Vows, Announces, Imposing, Ballots, Effective, Departures, Pauses, Proceeding, Otherwise, Strikes words
		Nouns, Limits, Qualifiers, Gives, Concludes, Accords, Endings, Passing, Leavings, Unions          words
		Measures, Changes, Intends, Dues, Spells, Prolongs, Bids, Orders                                  words
		Measured, Levies, Closes                                                                          words
		TakesHold                                                                                         words `toml:"takes_hold"`
		Hopes, Strives, Begun, Aims, Drops, Goes, Valid, Runs                                             words
		Impels, Foretells, Calls, Getting, Idle, Turns, Rights, Events, Feasts, Befalls                   words
		Halts, Standing, Sessions, Lasts, Stoppages, Duties, Exits, Quits, Invites, Entries               words
		States                                                                                            map[string]string
	}
	modality struct {
		Hedges, May, Will, Wish, Deny, Negations, Permit, Circumstances words
	}
	actors struct {
		Groups, Others, Persons, Delegations words
		Seats                                map[string]string
	}
	predicates struct{ Nouns words }
	measures   struct {
		Burdens, Spared, Extents, Lays, Announces, Hits, Exempts, Bars, Lifts, Cuts, Delays, Grants, Begins, Effects, Enters, Grows, Shrinks, Lapses, Undoes, Bids, Closes                 words
		Answers, Proposes, Forbids, Receives, Falls, Awaits, Orders, Signs, Bodies, Tolls, Planned, Proceeds, Wishes, Waivers, Thoughts                                                    words
		Prolongs, Extensions, Spans, Exits, Motions, Gives, Seeks, Refuses, Asked, Goods, Punitive, Steps, Alike, Sizes, Intents, Includes, Resolves, Reprisals, Ministries, Vague, Merely words
	}
	omissions struct {
		Cases, Developments, Different, Sections, Loose, Suppose, Worlds, Unreal, Fictions, Inventors, Correct, Tellings, Common words
	}
	titles struct {
		Heads, Inside, Family, Private, Former, Honorifics, Chosen, Bodies words
	}
	speech struct {
		Verbs, Nouns, Weak, Manner, Describing, Held, Plain, Turns words
	}
	rebuttals struct {
		Deny, Tales, False, True, Call, Retell, Other, Match, Truth, Make, Recall, Differ, Unknown, Brushes, Shrugs, Frames, Divides, Wants, Open, Plain, Counting, Falsely, Spite, Truly, Declines, Attempts, Confirms, Repels, Repelling, Airs, Clashes, Fictions, Aware, Early, Shared words

		brush, shrug, fiction, frame, divide, truly, repel, clash map[string][][]string // phrases of Brushes and Shrugs by their first words
	}
	counters struct {
		Hedges, Put, Make, Speak, Gives, Measures, Reckonings, Last, Amounts words
	}
	theses struct {
		Asking      map[string]string
		Acts, Nouns map[string]words // words by deed
		Undone      map[string]words // words that say of a deed that it was not done
		Have        struct{ Verbs words }
		Light       struct{ Verbs words }
		Idle        words // words that say nothing of a matter
		Within      struct{ In, Out, Gone words }
		Bounds      struct{ Least, Most, Rough words }
		act, noun   map[string]string // deeds by word
		undone      map[string]string
	}
	contraries struct {
		So, Not map[string]words     // phrases by the deed or state that they tell
		phrases map[string][]telling // by their first words
	}
	answers struct {
		Counters, Replies, Claims, Doubted, Against, None, Not, Anybody, Boasts, Concedes, Accuses, Suspects, Blames, Mishears, Pleads, Rebuts, Promises, Acclaims, Lacks, Judges, Backers words

		blame, mishear map[string][][]string // phrases of Blames and Mishears by their first words
		Weights        map[string]float64    // of signs, "*" between those that stand together
		weights        []weighed
	}
	states words // in lower case
}

// verbs are the verbs of all lexicons, without their particles.
var verbs = sync.OnceValue(func() words {
	l, all := lex(), words{}
	add := func(list words) {
		for w := range list {
			first, _, _ := strings.Cut(w, " ")
			all[first] = true
		}
	}
	for _, list := range []words{
		l.texts.Provide, l.texts.Hold, l.texts.Write, l.texts.TakePart, l.texts.Cut, l.texts.Grow, l.texts.Have, l.texts.Done, l.texts.Hand, l.texts.Leaked, l.texts.Published, l.texts.Seen,
		l.meetings.Verbs, l.meetings.Visits, l.meetings.Phone, l.meetings.Negotiate, l.meetings.Hold, l.meetings.Happen, l.meetings.Begin, l.meetings.GoOn, l.meetings.Cancel, l.meetings.Postpone, l.meetings.Plan,
		l.meetings.Want, l.meetings.Deny, l.meetings.Represent, l.meetings.Sign, l.speech.Verbs, l.positions.Lists.Express,
	} {
		add(list)
	}
	for _, table := range []map[string]string{l.points.Status, l.points.Intransitive, l.positions.Verbs} {
		for w := range table {
			first, _, _ := strings.Cut(w, " ")
			all[first] = true
		}
	}
	return all
})

// lex decodes the lexicons once, on first use. They are part of the program, so
// that a fault in them is a fault of the program.
var lex = sync.OnceValue(func() *lexicon {
	var l lexicon
	for name, v := range map[string]any{
		"texts": &l.texts, "points": &l.points, "positions": &l.positions, "stands": &l.stands, "spoken": &l.spoken, "changes": &l.changes, "meetings": &l.meetings,
		"modality": &l.modality, "deadlines": &l.deadlines, "actors": &l.actors, "titles": &l.titles, "speech": &l.speech, "predicates": &l.predicates, "measures": &l.measures, "omissions": &l.omissions, "rebuttals": &l.rebuttals, "counters": &l.counters, "theses": &l.theses, "contraries": &l.contraries, "answers": &l.answers,
	} {
		if _, err := toml.DecodeFS(lexiconFiles, "lexicon/"+name+".toml", v); err != nil {
			panic(fmt.Sprintf("read lexicon %s: %v", name, err))
		}
	}
	l.theses.act, l.theses.noun, l.theses.undone = inverse(l.theses.Acts), inverse(l.theses.Nouns), inverse(l.theses.Undone)
	l.rebuttals.clash = phrases(l.rebuttals.Clashes)
	l.rebuttals.truly, l.rebuttals.repel, l.answers.blame, l.answers.mishear = phrases(l.rebuttals.Truly), phrases(l.rebuttals.Repelling), phrases(l.answers.Blames), phrases(l.answers.Mishears)
	l.rebuttals.fiction = phrases(l.rebuttals.Fictions)
	l.rebuttals.brush, l.rebuttals.shrug, l.meetings.turns = phrases(l.rebuttals.Brushes), phrases(l.rebuttals.Shrugs), phrases(l.meetings.Turns)
	l.rebuttals.frame, l.rebuttals.divide = phrases(l.rebuttals.Frames), phrases(l.rebuttals.Divides)
	l.contraries.phrases = map[string][]telling{}
	for not, table := range []map[string]words{l.contraries.So, l.contraries.Not} {
		for deed, list := range table {
			for w := range list {
				p := telling{deed, strings.Fields(w), not == 1}
				l.contraries.phrases[p.words[0]] = append(l.contraries.phrases[p.words[0]], p)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.answers.Weights)) {
		l.answers.weights = append(l.answers.weights, weighed{strings.Split(name, "*"), l.answers.Weights[name]})
	}
	file, err := lexiconFiles.ReadFile("lexicon/states.txt")
	if err != nil {
		panic(err)
	}
	l.states = words{}
	for line := range strings.Lines(string(file)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			l.states[strings.ToLower(line)] = true
		}
	}
	return &l
})

// phrases orders phrases by their first words.
func phrases(list words) map[string][][]string {
	out := map[string][][]string{}
	for phrase := range list {
		p := strings.Fields(phrase)
		out[p[0]] = append(out[p[0]], p)
	}
	return out
}

// inverse returns the key of every word of a table.
func inverse(table map[string]words) map[string]string {
	out := map[string]string{}
	for key, list := range table {
		for w := range list {
			out[w] = key
		}
	}
	return out
}
