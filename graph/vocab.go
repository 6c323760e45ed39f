package graph

import "github.com/cayleygraph/quad"

// Prefix pairs a short prefix of the store with the namespace it stands for on export.
type Prefix struct{ Short, Full string }

// Prefixes lists every prefix our quads use, sorted. Base is ours alone; the others are the published namespaces.
func Prefixes() []Prefix {
	return []Prefix{
		{"actor:", Base + "actor/"},
		{"decision:", Base + "decision/"},
		{"doc:", Base + "doc/"},
		{"ev:", Base + "event/"},
		{"graph:", Base + "graph/"},
		{"kg:", Base + "kg#"},
		{"link:", Base + "link/"},
		{"nif:", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
		{"owl:", "http://www.w3.org/2002/07/owl#"},
		{"place:", Base + "place/"},
		{"plover:", Base + "plover#"},
		{"prov:", "http://www.w3.org/ns/prov#"},
		{"rdf:", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
		{"rdfs:", "http://www.w3.org/2000/01/rdf-schema#"},
		{"role:", Base + "role/"},
		{"schema:", "http://schema.org/"},
		{"sem:", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
		{"st:", Base + "statement/"},
		{"wd:", Wikidata},
		{"xsd:", "http://www.w3.org/2001/XMLSchema#"},
	}
}

// Base is the root of the identifiers we mint.
const Base = "https://w3id.org/dictum/"

// Wikidata is the namespace of the things Wikidata knows.
const Wikidata = "http://www.wikidata.org/entity/"

// Named graphs. The evidence of a document has the document's own IRI as its label.
const (
	GraphEntities = quad.IRI("graph:entities")  // names, types, titles and affiliations of actors, once
	GraphLinks    = quad.IRI("graph:links")     // events of different documents that are one
	GraphSchema   = quad.IRI("graph:schema")    // labels of our own terms
	GraphDecided  = quad.IRI("graph:decisions") // what people decided about actors
)

// Terms of public vocabularies.
const (
	RDFType   = quad.IRI("rdf:type")
	RDFSLabel = quad.IRI("rdfs:label")

	NewsArticle      = quad.IRI("schema:NewsArticle")
	Quotation        = quad.IRI("schema:Quotation")
	ClassPerson      = quad.IRI("schema:Person")
	ClassOrg         = quad.IRI("schema:Organization")
	ClassCountry     = quad.IRI("schema:Country")
	ClassPlace       = quad.IRI("schema:Place")
	ClassWork        = quad.IRI("schema:CreativeWork")     // a report, a study
	ClassRole        = quad.IRI("schema:OrganizationRole") // an office or an affiliation with its time
	RoleName         = quad.IRI("schema:roleName")
	StartDate        = quad.IRI("schema:startDate")
	EndDate          = quad.IRI("schema:endDate")
	ClassThing       = quad.IRI("schema:Thing")
	SchemaName       = quad.IRI("schema:name")
	AlternateName    = quad.IRI("schema:alternateName")
	JobTitle         = quad.IRI("schema:jobTitle")
	ContainedInPlace = quad.IRI("schema:containedInPlace")
	Affiliation      = quad.IRI("schema:affiliation")
	SameAs           = quad.IRI("schema:sameAs")
	Headline         = quad.IRI("schema:headline")
	DatePublished    = quad.IRI("schema:datePublished")
	DateRecorded     = quad.IRI("schema:sdDatePublished") // when the document's quads were made, if somebody said so
	ArticleBody      = quad.IRI("schema:articleBody")
	Identifier       = quad.IRI("schema:identifier")
	Publisher        = quad.IRI("schema:publisher")
	SchemaURL        = quad.IRI("schema:url")
	SpokenBy         = quad.IRI("schema:spokenByCharacter")
	SchemaText       = quad.IRI("schema:text")
	About            = quad.IRI("schema:about")
	SchemaMentions   = quad.IRI("schema:mentions")
	DateCreated      = quad.IRI("schema:dateCreated")
	SchemaValue      = quad.IRI("schema:value")
	UnitText         = quad.IRI("schema:unitText")
	SchemaDuration   = quad.IRI("schema:duration")
	SemEvent         = quad.IRI("sem:Event")
	EventType        = quad.IRI("sem:eventType")
	HasPlace         = quad.IRI("sem:hasPlace")
	HasTimeStamp     = quad.IRI("sem:hasTimeStamp")
	SemAccordingTo   = quad.IRI("sem:accordingTo")
	WasDerivedFrom   = quad.IRI("prov:wasDerivedFrom")
	NifSentence      = quad.IRI("nif:Sentence")
	AnchorOf         = quad.IRI("nif:anchorOf")
	ReferenceContext = quad.IRI("nif:referenceContext")
)

// Terms of our own, where no public vocabulary has one.
const (
	ClassGroup    = quad.IRI("kg:Group") // nationality, religion, party, unnamed group
	Cue           = quad.IRI("kg:cue")
	CueLemma      = quad.IRI("kg:cueLemma")
	SpokenFor     = quad.IRI("kg:spokenFor")  // whom a spokesperson speaks for
	SourceText    = quad.IRI("kg:sourceText") // the words that name the source
	QuoteType     = quad.IRI("kg:quoteType")
	QuoteDirect   = quad.IRI("kg:Direct")
	QuoteMixed    = quad.IRI("kg:Mixed")
	QuoteIndirect = quad.IRI("kg:Indirect")
	Addressee     = quad.IRI("kg:addressee")
	Venue         = quad.IRI("kg:venue")
	Attitude      = quad.IRI("kg:attitude")
	Polarity      = quad.IRI("kg:polarity")
	Certainty     = quad.IRI("kg:certainty")
	Reports       = quad.IRI("kg:reports")
	Confidence    = quad.IRI("kg:confidence")

	Predicate     = quad.IRI("kg:predicate")
	EventMode     = quad.IRI("kg:mode")
	HasAgent      = quad.IRI("kg:agent")
	HasPatient    = quad.IRI("kg:patient")
	HasRecipient  = quad.IRI("kg:recipient")
	AgentText     = quad.IRI("kg:agentText") // the words of the argument, whether or not an actor was found for them
	PatientText   = quad.IRI("kg:patientText")
	RecipientText = quad.IRI("kg:recipientText")
	PlaceText     = quad.IRI("kg:placeText")
	TimeText      = quad.IRI("kg:timeText")
	QuantityText  = quad.IRI("kg:quantityText")
	DatePrecision = quad.IRI("kg:datePrecision")
	HasPurpose    = quad.IRI("kg:purpose")
	HasInstrument = quad.IRI("kg:instrument")
	Modality      = quad.IRI("kg:modality")
	Salience      = quad.IRI("kg:salience")

	// Of a link between events of different documents.
	SameEvent = quad.IRI("kg:sameEvent") // from the event to the other
	Links     = quad.IRI("kg:links")     // from the link to both events
	Score     = quad.IRI("kg:score")
	AgreesIn  = quad.IRI("kg:agreesIn")
	DiffersIn = quad.IRI("kg:differsIn")

	SpokeAbout   = quad.IRI("kg:spokeAbout")
	SpokeTo      = quad.IRI("kg:spokeTo")
	ActedOn      = quad.IRI("kg:actedOn")
	CoOccursWith = quad.IRI("kg:coOccursWith")

	// Of an office or affiliation with its time, as one document tells it.
	RoleOf     = quad.IRI("kg:roleOf")     // the person
	RoleWithin = quad.IRI("kg:roleWithin") // the country or body
	AsOfDate   = quad.IRI("kg:asOf")       // the day of the report
	RoleState  = quad.IRI("kg:roleState")  // "past", of one that is over by that day
	ToldIn     = quad.IRI("kg:toldIn")     // the sentence
	DatedBy    = quad.IRI("kg:datedBy")    // "text", where the text itself tells the time; else only the day of the report is known

	// What one document says of an actor. The entity graph is the union of these over all documents.
	SeenAs          = quad.IRI("kg:seenAs")          // any name
	SeenName        = quad.IRI("kg:seenName")        // the name the identifier was made from
	SeenType        = quad.IRI("kg:seenType")        // a class
	SeenTitle       = quad.IRI("kg:seenTitle")       // an office
	SeenAffiliation = quad.IRI("kg:seenAffiliation") // an actor
	SeenSameAs      = quad.IRI("kg:seenSameAs")      // what the wider world calls it: wd:Q399
	SeenWithin      = quad.IRI("kg:seenWithin")      // the place or country that a place lies in
	NameKey         = quad.IRI("kg:nameKey")         // FoldName of a name, in the entity graph: the way in for questions

	// What resolving actors across documents did to a document's quads, so that it can be taken back.
	ReadAs   = quad.IRI("kg:readAs")   // of an actor: the identifier that the document alone gives it
	ReadQuad = quad.IRI("kg:readQuad") // of a document: a quad as it was, where two of its actors became one

	// What people decided about actors, under graph:decisions.
	DecisionOp    = quad.IRI("kg:decision") // merge, split, rename
	DecisionActor = quad.IRI("kg:decidedOf")
	DecisionTo    = quad.IRI("kg:decidedTo")
	DecisionName  = quad.IRI("kg:decidedName")
	DecisionDoc   = quad.IRI("kg:decidedDocument")
	DecisionAlias = quad.IRI("kg:decidedAlias")
	DecisionNote  = quad.IRI("kg:decidedNote")  // why
	DecisionGroup = quad.IRI("kg:decidedGroup") // a group of names that it touches

	Digest = quad.IRI("kg:digest") // of all the document's quads: equal digests, equal evidence
)
