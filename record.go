package rapporteur

import (
	"slices"
	"strings"
)

// Format names the JSON format of a record; see docs/design.md, section 4.
const Format = "rapporteur.record/1"

// Record is everything known, merged over all reports, as of a date. Lists are
// ordered by time, then by position, so that equal input gives equal bytes.
// References between things are IDs. Nothing stands in it without a claim.
type Record struct {
	AsOf       Date // zero: everything known
	Reports    []Report
	Actors     []Actor
	Texts      []Text
	Points     []Point
	Positions  []Position
	Meetings   []Meeting
	Deadlines  []Deadline
	Statements []*Statement
	Claims     []*Claim // those that were added, not copies
	Origins    []Origin
	Disputes   []Dispute
}

// Standing is how well a fact is founded.
type Standing string

// The standings, best first.
const (
	Signed         Standing = "signed"
	BothSides      Standing = "both sides"
	OnTheRecord    Standing = "on the record"
	SeveralOrigins Standing = "several origins"
	OneOrigin      Standing = "one origin"
	Unattributed   Standing = "unattributed"
)

// Rank orders standings, 0 the best; -1 is none.
func (s Standing) Rank() int {
	return slices.Index([]Standing{Signed, BothSides, OnTheRecord, SeveralOrigins, OneOrigin, Unattributed}, s)
}

// Actor is a person, state, organisation, group or outlet under all its names.
type Actor struct {
	ID      string
	Name    string
	Kind    ActorKind
	Aliases []string // sorted, without Name
	Side    string   // actor ID of the party it acts for
	Roles   []Role
	Merges  []Merge // why the names are one
}

// Role is an office somebody holds or held.
type Role struct {
	Title  string
	Of     string // actor ID
	From   Date
	To     Date
	Claims []string
}

// Merge is the reason why two things were taken for one.
type Merge struct {
	What   string // the name or claim that was joined
	Reason string // for a reader: "same surname, same role", "same place and day"
}

// Text is the thing negotiated.
type Text struct {
	ID       string
	Name     string
	Sponsors []string // actor IDs
	Versions []Version

	Authors     []string // actor IDs of those said to have taken part in writing it
	NotAuthors  []string // … and of those said to have had no part
	Access      string   // published | leaked | described | rumoured
	AgreedShare float64  // 0.9 for "ninety percent is done"
	Standing    Standing
	Claims      []string // everything said of the text and its versions
	Merges      []Merge
}

// Version is one state of a text, or a pile of further documents (unit "document").
type Version struct {
	ID       string
	Label    string
	Size     Size
	CutFrom  int
	Agreed   int
	Date     Interval
	Standing Standing
	Claims   []string
	Merges   []Merge
}

// Doubtful is the likelihood below which a line is doubtful: fewer than one in four such
// lines would be a careful reader's. The record keeps them, what is printed for readers
// leaves them to who asks for all.
const Doubtful = 0.25

// Point is one provision and its history.
type Point struct {
	ID       string
	Text     string // text ID
	Issue    string
	Issues   []string
	Summary  string
	By       string   // actor ID of the obligor
	AlsoBy   []string // further obligors
	Status   Status   // the latest of History that is not background
	History  []StatusChange
	Standing Standing
	// Likelihood is that of the likeliest of its claims; 0 where nothing tells.
	Likelihood float64
	Claims     []string
	Merges     []Merge
}

// StatusChange is a point's status at one time.
type StatusChange struct {
	Status  Status
	Date    Date
	Version string // version ID
	Claims  []string
}

// Position is an actor's stance.
type Position struct {
	ID       string
	Actor    string // actor ID
	Stance   Stance
	Issue    string
	On       string // text, point or meeting ID
	Summary  string
	Deed     bool // the summary begins at the verb, see [PositionClaim]
	Date     Interval
	Standing Standing
	// Likelihood is that of the likeliest of its claims; 0 where nothing tells.
	Likelihood float64
	Claims     []string
	Merges     []Merge
}

// Meeting is an encounter in whatever state.
type Meeting struct {
	ID           string
	State        MeetingState
	Name         string
	Date         Interval
	Clock        string
	Zone         string
	Minutes      int
	Place        string
	Format       string
	Parties      []string // actor IDs
	Participants []string // actor IDs
	Outcome      []string
	Standing     Standing
	Claims       []string
	Merges       []Merge
}

// Deadline is a date set by somebody for something.
type Deadline struct {
	ID       string
	Date     Interval
	SetBy    string // actor ID
	For      []string
	What     string
	State    string
	Standing Standing
	Claims   []string
	Merges   []Merge
}

// Statement is words given to a speaker, by however many reports.
type Statement struct {
	ID          string
	Speaker     string // actor ID, "" for an unnamed one
	SpeakerName string
	Words       string
	Direct      bool
	Refusal     bool
	Date        Interval
	Standing    Standing
	Claims      []string
	Merges      []Merge
}

// Quotation returns the words of a direct statement in quotation marks; where only
// some of them are quoted, these have their marks already.
func (s Statement) Quotation() string {
	if strings.ContainsAny(s.Words, "\"“”«»") {
		return s.Words
	}
	return "“" + s.Words + "”"
}

// Origin is the first voice of chains: its claims count once.
type Origin struct {
	ID      string
	Name    string
	Type    SourceType
	Actor   string // actor ID where it is a named one
	Reports []string
	Claims  []string
	Merges  []Merge
}

// Dispute is values that cannot all be true.
type Dispute struct {
	ID       string
	About    About
	Question string
	Values   []Value
}

// About names the slot of the thing that is in dispute.
type About struct {
	Kind Kind
	ID   string
	Slot string
}

// Value is one side of a dispute.
type Value struct {
	Value    string
	Claims   []string
	Origins  []string
	Standing Standing
}

// ChangeKind says how a thing of a record differs from an earlier record.
type ChangeKind string

// The kinds of change.
const (
	Addition   ChangeKind = "added"
	Alteration ChangeKind = "changed"
	Withdrawal ChangeKind = "withdrawn"
)

// Change is one difference between two records of one negotiation.
type Change struct {
	Change   ChangeKind `json:"change"`
	Kind     string     `json:"kind"` // version, point, position, meeting, deadline, statement, role, dispute
	ID       string     `json:"id"`
	Slot     string     `json:"slot,omitempty"` // what of it changed: "status", "state", "date", …
	What     string     `json:"what"`           // the thing, in words
	Before   string     `json:"before,omitempty"`
	After    string     `json:"after,omitempty"`
	Standing Standing   `json:"standing,omitempty"` // of the thing, where it has one: now, or before it was withdrawn
	Claims   []string   `json:"claims,omitempty"`   // those that brought it about
}
