package claim

import "rapporteur/lang"

// ofPeople reports whether so many of a unit are so many people: "soldiers", "strikers".
func ofPeople(unit string) bool {
	l := lex()
	return unit == "people" || unit == "person" || l.actors.Persons[unit] || l.actors.Groups[unit] || l.titles.Heads[unit] || peoples[unit]
}

// fates are words for people's being killed or hurt, of which one stands for another.
var fates = words{"kill": true, "die": true, "dead": true, "death": true, "lose": true, "perish": true, "casualty": true, "victim": true, "fall": true, "slay": true}

// tellsFate reports whether a range tells of people's being killed.
func (r *reading) tellsFate(s lang.Range) bool {
	for i := s.Start; i < s.End; i++ {
		if fates[r.lemma(i)] {
			return true
		}
	}
	return false
}

// peoples are nouns for those who are counted, not for who speaks.
var peoples = words{
	"soldier": true, "troop": true, "civilian": true, "prisoner": true, "captive": true, "hostage": true, "detainee": true, "demonstrator": true, "protester": true, "marcher": true, "striker": true, "worker": true, "employee": true,
	"driver": true, "teacher": true, "nurse": true, "doctor": true, "pilot": true, "fighter": true, "rebel": true, "victim": true, "casualty": true, "refugee": true, "man": true, "woman": true, "child": true, "body": true, "villager": true, "resident": true, "migrant": true, "passenger": true, "supporter": true, "delegate": true, "member": true, "staff": true, "farmer": true, "student": true, "conscript": true,
}
