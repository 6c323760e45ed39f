package extract

import "strings"

// Classes of words that steer the reading of events. They are closed or nearly closed classes of English grammar (raising,
// control and implicative verbs, prepositions of place); what verbs and nouns mean is in the knowledge tables.

// wordSet makes a set of the words of a line.
func wordSet(lines ...string) map[string]bool {
	set := map[string]bool{}
	for _, line := range lines {
		for w := range strings.FieldsSeq(line) {
			set[w] = true
		}
	}
	return set
}

// notEvents never are events of their own: copulas, auxiliaries, raising verbs.
var notEvents = wordSet("be have do seem appear tend happen let 's 're get remain become go_to stay mean equal",
	"constitute resemble exist consist comprise contain belong entail depend lack sound differ know believe think understand",
	"remember like love hate prefer own cost weigh account matter deserve possess suit regard concern reflect comprise")

// helpers hand the event to the verb they govern: wants to leave, began to fire, tried to stop.
var helpers = wordSet("want wish hope plan intend expect try attempt seek need aim begin start continue keep",
	"manage fail decide prepare have go use dare help happen seem appear tend prove proceed choose mean cease stop hesitate",
	"struggle strive work move like love hurry rush come get ought be set consider contemplate mull ponder weigh")

// negators turn what they govern into what did not happen.
var negators = wordSet("incapable refuse decline fail deny avoid unwilling unable reluctant refusal failure reject",
	"cancel scrap abandon prevent stop ban bar block forbid prohibit postpone suspend neglect omit miss absence lack avert",
	"thwart foil halt")

// planners look ahead: what they govern is planned.
var planners = wordSet("agree plan intend prepare ready set schedule expect want hope aim seek vow pledge",
	"promise threaten decide order offer propose willing determined poised due try attempt instruct allow permit help",
	"authorize authorise wish move commit undertake resolve opt choose eager bound about swear volunteer direct command bid",
	"slate remain interest hopeful keen eager confident anxious impatient bent intent decision agreement",
	"proposal effort intention readiness willingness threat commitment deadline campaign vote")

// requesters ask others: what they govern may come to pass or not.
var requesters = wordSet("urge ask tell call demand request invite recommend advise suggest consider",
	"contemplate mull encourage press push require appeal persuade need like able likely beg implore plead petition lobby",
	"warn pressure exhort idea invitation")

// subjectControl verbs with an object still give their subject to the verb they govern.
var subjectControl = wordSet("promise threaten vow pledge use need spend waste take do hold have",
	"visit meet join reach enter tour contact phone telephone beat defeat outbid quit abandon")

// causers give even an object that is no actor to the verb they govern: caused the crane to fall.
var causers = wordSet("cause force allow enable help get lead prompt permit require order ask tell urge make",
	"let see hear watch find want expect leave keep set send bring push press invite encourage compel oblige instruct advise",
	"persuade")

// announcers and their like have as subject the one who acts in the event noun that is their object, when nobody else is named.
var announcers = wordSet("announce declare plan propose order threaten end finish conclude cancel postpone",
	"suspend extend resume continue intensify escalate attempt schedule prepare promise pledge vow agree abandon break call",
	"consider seek sign approve reject accept attend join mount lift impose renew cut reduce increase restore")

// heralds name their subject as the one who acts even when the event is a known one: announced the deployment of troops.
var heralds = wordSet("announce declare order plan suspend cancel resume launch begin start commence",
	"continue extend intensify")

// curtails are the verbs that turn help and cooperation into a sanction.
var curtails = wordSet("reduce cut halt suspend freeze stop end withhold slash curtail discontinue block",
	"revoke scrap cancel pause limit restrict")

// objectControl verbs give their object to a gerund behind of, for or from.
var objectControl = wordSet("accuse charge criticise criticize praise thank blame condemn suspect convict prevent",
	"stop ban bar keep discourage deter prohibit hinder warn sue indict sentence jail imprison arrest detain fine punish",
	"applaud commend denounce rebuke try acquit forgive hail congratulate reward honour honor chide fault sanction censure",
	"castigate slam lambast forbid dissuade excuse find catch see hear watch suspend sack fire dismiss expel oust discipline reprimand eject",
	"disqualify scold upbraid pardon absolve exonerate clear bribe trick fool con dupe mislead lure")

// contentNouns hold an infinitive or a gerund whose subject is the holder of the noun: their plan to leave.
var contentNouns = wordSet("plan decision attempt effort bid move agreement proposal order call request refusal",
	"failure readiness willingness intention promise offer threat right ability desire wish need power authority permission",
	"commitment pledge vow demand idea way chance opportunity campaign operation mission law bill resolution deal strategy",
	"programme program project policy initiative step measure action drive push goal aim mandate scheme tactic mechanism",
	"reason role task responsibility obligation duty practice accusation charge allegation suspicion crime hope warning",
	"appeal invitation fight struggle battle contract licence license option pact treaty vote purpose")

// light verbs lend their subject to the event noun that is their object.
var lightVerbs = wordSet("go participate commence make take give hold launch conduct carry stage mount pay",
	"perform undertake commit wage deliver lodge file express voice do have issue begin start open continue resume lead",
	"organise organize host join complete pursue execute offer provide exchange show initiate intensify step_up enter engage")

// lightPassive verbs make their subject the one to whom the event noun happens.
var lightPassive = wordSet("suffer undergo face receive sustain endure come get draw attract meet win earn")

// boundFor are the prepositions of the places that motion leaves, passes and reaches.
var boundFor = wordSet("to into from through towards toward across via onto along past")

// stayPreps are those that place an event where it happens, not where it is bound for.
var stayPreps = wordSet("in at on near along inside outside across around throughout within beside behind",
	"beyond off above below under aboard opposite")

// motion verbs take a place behind to, into, from, through.
var motion = wordSet("go travel fly come return move send deploy flee arrive leave march drive sail cross",
	"head walk run enter retreat withdraw advance escape migrate transfer ship transport dispatch deport extradite evacuate",
	"take bring carry smuggle export import spread extend expand fall land crash reach lead pull push slip sneak drift",
	"relocate resettle emigrate ferry airlift rush hurry fire launch route redirect divert jet journey commute")

// figurative are motions that also lead to what is no place: "leads to losses", "fell to 4 billion", "comes from a deal".
var figurative = wordSet("lead take bring fall come return spread extend expand reach withdraw rush")

// givers take a receiver behind to.
var givers = wordSet("give send hand deliver provide sell grant supply offer award pay donate lend transfer",
	"return show teach tell say write issue present submit report announce explain deny promise pledge extend export ship",
	"appeal apologise apologize complain talk speak respond reply surrender swear concede yield turn contribute allocate",
	"assign lease rent owe refer communicate convey forward release")

// takers have a giver behind from.
var takers = wordSet("receive take get buy obtain acquire steal borrow seek import demand request order win",
	"recover seize accept purchase rent extort withdraw collect inherit learn hear rescue free liberate exclude ban expel",
	"remove oust evict")

// withVerbs have behind "with" what they are about; behind other verbs it is how or beside what they happen.
var withVerbs = wordSet("deal cope comply agree disagree tamper interfere dispense contend grapple struggle wrestle experiment proceed",
	"continue begin start end help assist collide flirt toy meddle interact connect compete coincide clash cooperate collaborate engage",
	"work side sympathise sympathize conflict overlap communicate merge align mix part finish open persist tinker battle gamble juggle",
	"fight tie trade break identify conform correspond disagree")

// thingPreps take the complement of a verb without an object: call for, look into, agree on.
var thingPreps = wordSet("for on with to of about against over at into from upon toward towards")
