package rapporteur

// Kind is what a claim is about.
type Kind string

// The kinds of claim. The field of Claim of the same name holds the slots.
const (
	KindText      Kind = "text"
	KindPoint     Kind = "point"
	KindPosition  Kind = "position"
	KindMeeting   Kind = "meeting"
	KindDeadline  Kind = "deadline"
	KindStatement Kind = "statement"
	KindRole      Kind = "role"
	KindNaming    Kind = "naming"
)

// Modality says how a claim holds: a planned, conditional, hedged or denied
// thing is recorded as that and never makes a fact.
type Modality string

// The modalities, strongest first. When in doubt, the weaker.
const (
	Asserted    Modality = "asserted"
	Planned     Modality = "planned"
	Conditional Modality = "conditional"
	Hedged      Modality = "hedged"
	Denied      Modality = "denied"
)

// Omission is why the record leaves out what a claim says: it was told, but not
// as a thing of the negotiation.
type Omission string

// The reasons.
const (
	OtherAffair Omission = "another affair" // of others, on another matter
	Supposed    Omission = "supposed"       // what somebody imagines, or what would have been
	Invented    Omission = "invented"       // of a book, a play, a joke
	LongAgo     Omission = "long ago"       // of another time
)

// SourceType says what kind of voice a link of a chain is.
type SourceType string

// The types of source.
const (
	PersonSource      SourceType = "person"      // a named person
	AnonymousSource   SourceType = "anonymous"   // a role or number of unnamed people
	OutletSource      SourceType = "outlet"      // a newspaper, agency, broadcaster
	InstitutionSource SourceType = "institution" // a ministry, a government, the Pentagon
	DocumentSource    SourceType = "document"    // a plan, poll, statement, letter
	GroupSource       SourceType = "group"       // "EU leaders", "Western media"
)

// Source is one link of a chain: a voice on whose word a claim stands.
type Source struct {
	Name  string     `json:"name"`            // resolved within the report: "Ilse Marrow" for "she"; the words for an unnamed voice
	Type  SourceType `json:"type,omitempty"`  //
	Words string     `json:"words,omitempty"` // as printed where the claim stands: "she", "the minister"
	Count int        `json:"count,omitempty"` // number of an unnamed voice: 2 for "two officials"; 0 unknown
	Of    string     `json:"of,omitempty"`    // whom an unnamed voice or a spokesman speaks for, as named: "Estrel"
	Span  Span       `json:"span,omitzero"`   // where the words stand
}

// ActorKind says what an actor is.
type ActorKind string

// The kinds of actor.
const (
	Person       ActorKind = "person"
	State        ActorKind = "state"
	Organisation ActorKind = "organisation"
	Group        ActorKind = "group"
	Outlet       ActorKind = "outlet"
)

// Mention is an actor as one report names it, before actors of several reports are merged.
type Mention struct {
	Name string    `json:"name"`           // the fullest form within the report: "Ilse Marrow" for "Marrow", "she"
	Kind ActorKind `json:"kind,omitempty"` //
	Span Span      `json:"span,omitzero"`  // where it is named, maybe by a pronoun
}

// Claim is what one report states in one place, on whose word. Exactly one of
// the pointers is set, the one that Kind names.
type Claim struct {
	ID         string   `json:"id"` // "c", the report's hash, ".", the ordinal in the report
	Kind       Kind     `json:"kind"`
	Report     string   `json:"report"`
	Span       Span     `json:"span"`                 // the words that say it: the sentence, or list item, or the part of it
	Chain      []Source `json:"chain,omitempty"`      // outermost first; empty: the report's own voice
	Direct     bool     `json:"direct,omitempty"`     // the words are quoted
	Modality   Modality `json:"modality"`             //
	When       Interval `json:"when,omitzero"`        // of the event, not of the report
	Background bool     `json:"background,omitempty"` // history: never changes today's state
	Likelihood float64  `json:"likelihood,omitempty"` // how likely a careful reader would take this from the words, from 0 to 1, as often as such claims were right on press reports; 0 where nothing tells
	LeftOut    Omission `json:"leftOut,omitempty"`    // why nothing in the record rests on it; empty for most
	Reader     string   `json:"reader"`               // version of the reader that made it
	Theses     []Thesis `json:"theses,omitempty"`     // what of it others may contradict
	Answers    *Answer  `json:"answers,omitempty"`    // what of the same report it says is not so

	Text      *TextClaim      `json:"text,omitempty"`
	Point     *PointClaim     `json:"point,omitempty"`
	Position  *PositionClaim  `json:"position,omitempty"`
	Meeting   *MeetingClaim   `json:"meeting,omitempty"`
	Deadline  *DeadlineClaim  `json:"deadline,omitempty"`
	Statement *StatementClaim `json:"statement,omitempty"`
	Role      *RoleClaim      `json:"role,omitempty"`
	Naming    *NamingClaim    `json:"naming,omitempty"`
}

// Named returns the actors that the claim names beside its chain, list by list as they stand in it.
func (c *Claim) Named() [][]Mention {
	switch {
	case c.Text != nil:
		return [][]Mention{c.Text.Sponsors, c.Text.Authors, c.Text.NotAuthors}
	case c.Point != nil:
		return [][]Mention{c.Point.By}
	case c.Position != nil:
		return [][]Mention{{c.Position.Actor}}
	case c.Meeting != nil:
		return [][]Mention{c.Meeting.Participants, c.Meeting.Parties, c.Meeting.Absent}
	case c.Deadline != nil:
		return [][]Mention{{c.Deadline.SetBy}, c.Deadline.For}
	case c.Statement != nil:
		return [][]Mention{{c.Statement.Speaker}}
	case c.Role != nil:
		return [][]Mention{{c.Role.Person}, {c.Role.Of}}
	case c.Naming != nil:
		out := make([][]Mention, len(c.Naming.Who))
		for i := range out {
			out[i] = c.Naming.Who[i : i+1]
		}
		return out
	}
	return nil
}

// Size is the extent of a text in its parts.
type Size struct {
	Count int    `json:"count"`
	Unit  string `json:"unit,omitempty"` // point | article | clause | paragraph | chapter | page | document
}

// TextClaim tells of a text on the table: its size, its state, who wrote it, who holds it.
type TextClaim struct {
	Name        string    `json:"name,omitempty"`  // as called: "peace plan", "draft treaty"
	Label       string    `json:"label,omitempty"` // which version, as worded: "initial", "revised", "updated"
	Sponsors    []Mention `json:"sponsors,omitempty"`
	Authors     []Mention `json:"authors,omitempty"`    // took part in writing it
	NotAuthors  []Mention `json:"notAuthors,omitempty"` // are said to have had no part in writing it
	Size        Size      `json:"size,omitzero"`
	CutFrom     int       `json:"cutFrom,omitempty"`     // the size it came from
	Agreed      int       `json:"agreed,omitempty"`      // how many of its parts are said to be agreed
	Open        int       `json:"open,omitempty"`        // how many are said to remain
	AgreedShare float64   `json:"agreedShare,omitempty"` // 0.9 for "ninety percent is done"
	Access      string    `json:"access,omitempty"`      // published | leaked | described | rumoured
	Further     bool      `json:"further,omitempty"`     // further documents beside the text, no version of it
}

// PointClaim tells of a provision and what became of it.
type PointClaim struct {
	Text    string    `json:"text,omitempty"` // the text it stands in, as called
	Issue   string    `json:"issue"`          // code of the agenda, "other" where none fits
	Issues  []string  `json:"issues,omitempty"`
	By      []Mention `json:"by,omitempty"` // the obligors: who must do or bear it
	Status  Status    `json:"status"`
	Summary string    `json:"summary"` // actor, act, object, limits
}

// Status is what became of a point.
type Status string

// The statuses of a point.
const (
	Proposed          Status = "proposed"
	Agreed            Status = "agreed"
	AgreedInPrinciple Status = "agreed in principle"
	Open              Status = "open"
	Contested         Status = "contested"
	Rejected          Status = "rejected"
	Deferred          Status = "deferred"
	Moved             Status = "moved"
	Dropped           Status = "dropped"
	Reworded          Status = "reworded"
	Added             Status = "added"
	Retained          Status = "retained"
)

// Stance is where an actor stands.
type Stance string

// The stances.
const (
	Accepts    Stance = "accepts"
	Conditions Stance = "conditions"
	Reserves   Stance = "reserves"
	Rejects    Stance = "rejects"
	Demands    Stance = "demands"
	Proposes   Stance = "proposes"
	Flexible   Stance = "flexible"
)

// PositionClaim tells where an actor stands on a text, a point or an issue.
type PositionClaim struct {
	Actor   Mention `json:"actor"`
	Stance  Stance  `json:"stance"`
	On      string  `json:"on,omitempty"` // text | point | meeting
	Issue   string  `json:"issue,omitempty"`
	Summary string  `json:"summary"`
	Deed    bool    `json:"deed,omitempty"` // the summary begins at the verb, with what the actor does: "would not sign the draft"
}

// MeetingState is how far a meeting came.
type MeetingState string

// The states of a meeting.
const (
	MeetingPlanned    MeetingState = "planned"
	MeetingUnderWay   MeetingState = "under way"
	MeetingHeld       MeetingState = "held"
	MeetingPostponed  MeetingState = "postponed"
	MeetingCancelled  MeetingState = "cancelled"
	MeetingNotPlanned MeetingState = "not planned"
	MeetingDenied     MeetingState = "denied"
)

// MeetingClaim tells of an encounter, in whatever state. Its date is Claim.When.
type MeetingClaim struct {
	State        MeetingState `json:"state"`
	Name         string       `json:"name,omitempty"`   // as called: "the third round", "the summit"
	Place        string       `json:"place,omitempty"`  // as printed
	Format       string       `json:"format,omitempty"` // phone | video | visit | summit | round | proximity | trilateral | …
	Participants []Mention    `json:"participants,omitempty"`
	Parties      []Mention    `json:"parties,omitempty"`
	Absent       []Mention    `json:"absent,omitempty"`  // said not to have taken part
	Minutes      int          `json:"minutes,omitempty"` // how long
	Length       string       `json:"length,omitempty"`  // how long, as worded: "nearly two hours"
	Against      int          `json:"against,omitempty"` // another voice's length, which Minutes is put in the place of
	Clock        string       `json:"clock,omitempty"`   // "19:00", local to Zone
	Zone         string       `json:"zone,omitempty"`    // as printed: "Kyiv time"
	Outcome      []string     `json:"outcome,omitempty"`
	Journey      bool         `json:"journey,omitempty"` // the date is that of a journey to it
	Sides        bool         `json:"sides,omitempty"`   // told as the talks of this negotiation, with nobody named: "the talks resume on Monday"
}

// DeadlineClaim tells of a date set by somebody for something. The date is Claim.When.
type DeadlineClaim struct {
	State string    `json:"state"` // set | extended | met | missed | denied
	SetBy Mention   `json:"setBy,omitzero"`
	For   []Mention `json:"for,omitempty"`
	What  string    `json:"what,omitempty"`
}

// StatementClaim gives the words of a speaker, or what they come to.
type StatementClaim struct {
	Speaker Mention    `json:"speaker"`
	Type    SourceType `json:"type,omitempty"`    // of the speaker
	Words   string     `json:"words"`             // quoted words without their marks, or the indirect content
	Span    Span       `json:"span"`              // of the words
	Direct  bool       `json:"direct,omitempty"`  // three or more of the words stand in quotation marks, or two of a short clause
	Refusal bool       `json:"refusal,omitempty"` // "declined to comment": no words

	// Instead is what the voice of the chain says in the place of these words, of a
	// claim that denies them: "45,000 hectares"; "" where it only denies them.
	Instead string `json:"instead,omitempty"`
}

// Thesis is one thing that a claim says is so, or is not so, in few words, so that what
// another report says can be set against it: a deed, or a number with what it counts.
type Thesis struct {
	Act    string   `json:"act,omitempty"`    // the deed, all words for it as one: "agree", "receive", "in" for what stands in a text
	Not    bool     `json:"not,omitempty"`    // that it is not so
	Any    bool     `json:"any,omitempty"`    // of whatever was spoken of or there may be: "we have signed nothing"
	Who    string   `json:"who,omitempty"`    // who does it, where it is one who is named
	Matter string   `json:"matter,omitempty"` // lemmas of what it is about
	Issue  string   `json:"issue,omitempty"`  // the issue for which its words speak most
	When   Interval `json:"when,omitzero"`    // the time that is told with it
	Count  float64  `json:"count,omitempty"`  // of a number …
	Unit   string   `json:"unit,omitempty"`   // … with what it counts: "tonne", "%", "minute" for all lengths of time
	Words  string   `json:"words,omitempty"`  // as worded: "46,000 tonnes"
	Near   string   `json:"near,omitempty"`   // lemmas of the words next to it
	Bound  string   `json:"bound,omitempty"`  // least | most | rough, or "by" and the like for another measure
}

// Answer is what a claim answers that was told before it in its report: the two cannot
// both be true.
type Answer struct {
	Span   Span   `json:"span"`             // the words that it answers
	Denies bool   `json:"denies,omitempty"` // told as a denial, its words as they would be if it were so
	Of     string `json:"of,omitempty"`     // what it gives another value of: minutes | figure
}

// RoleClaim says what somebody is.
type RoleClaim struct {
	Person Mention `json:"person"`
	Title  string  `json:"title"` // "foreign minister"
	Of     Mention `json:"of,omitzero"`
	Former bool    `json:"former,omitempty"`
}

// NamingClaim tells whom a report names beside those of whom its other claims speak,
// and by which further names it calls these. There is one in a report at most.
type NamingClaim struct {
	Who []Mention `json:"who"`
}
