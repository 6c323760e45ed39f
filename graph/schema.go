package graph

import (
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"
)

// OwnTerms lists the classes, values and properties of our own namespace.
func OwnTerms() []quad.IRI {
	return []quad.IRI{
		ClassGroup, QuoteDirect, QuoteMixed, QuoteIndirect,
		Cue, CueLemma, SpokenFor, SourceText, QuoteType, Addressee, Venue, Attitude, Polarity, Certainty, Reports, Confidence,
		Predicate, EventMode, HasAgent, HasPatient, HasRecipient, AgentText, PatientText, RecipientText, PlaceText, TimeText,
		QuantityText, DatePrecision, HasPurpose, HasInstrument, Modality, Salience,
		SameEvent, Links, Score, AgreesIn, DiffersIn,
		SpokeAbout, SpokeTo, ActedOn, CoOccursWith,
		RoleOf, RoleWithin, AsOfDate, RoleState, ToldIn, DatedBy,
		SeenAs, SeenName, SeenType, SeenTitle, SeenAffiliation, SeenSameAs, SeenWithin, NameKey, Digest,
		ReadAs, ReadQuad, DecisionOp, DecisionActor, DecisionTo, DecisionName, DecisionDoc, DecisionAlias, DecisionNote, DecisionGroup,
	}
}

// SchemaQuads label our own terms, in the graph of the schema. The label is the term's own words: "kg:spokeAbout" is "spoke
// about".
func SchemaQuads() []quad.Quad {
	var out []quad.Quad
	for _, term := range OwnTerms() {
		out = append(out, quad.Quad{Subject: term, Predicate: RDFSLabel, Object: quad.String(spell(term)), Label: GraphSchema})
	}
	SortQuads(out)
	return out
}

func spell(term quad.IRI) string {
	_, name, _ := strings.Cut(string(term), ":")
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
