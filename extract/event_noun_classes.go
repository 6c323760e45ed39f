package extract

// Classes of event nouns, and of what stands around them.

// doneTo are the event nouns whose possessor is the one it happens to: his arrest, their release.
var doneTo = wordSet("arrest detention release death killing murder assassination kidnapping abduction",
	"imprisonment conviction extradition deportation expulsion execution dismissal removal ouster acquittal indictment trial",
	"prosecution rescue defeat overthrow appointment nomination election re-election downfall collapse destruction wounding",
	"injury sentencing beating torture disappearance shooting capture recapture suspension incarceration hospitalisation hospitalization",
	"demotion inauguration coronation burial funeral impeachment deposition lynching stabbing mugging hanging sacking firing replacement",
	"creation formation establishment founding construction publication adoption inception abolition enlargement implementation completion")

// undergone are those that a common noun before them undergoes: police training, a prisoner release.
var undergone = wordSet("training release rescue arrest detention death kidnapping abduction deportation extradition trial exchange",
	"swap reform closure privatisation privatization nationalisation nationalization overhaul restructuring deregulation",
	"resettlement evacuation repatriation recruitment imprisonment protection abuse welfare compensation registration safety",
	"harassment intimidation exploitation trafficking")

// ofDoer are the event nouns whose "of" names the one who acts when no possessor does: the arrival of the envoy.
var ofDoer = wordSet("arrival visit departure resignation statement speech victory return decision",
	"announcement protest strike demonstration rally march meeting withdrawal retreat clash fighting talks death refusal",
	"failure promise threat attempt advance movement flight escape support backing consent blessing")

// shared are the event nouns between equals: all who take part act.
var sharedNouns = wordSet("talk talks meeting negotiation negotiations summit dialogue discussion discussions",
	"consultation consultations clash clashes battle fighting war conflict dispute agreement deal treaty accord pact truce",
	"ceasefire cooperation exercise exercises drill relation ties exchange trade alliance merger partnership conference rift",
	"standoff row feud skirmish skirmishes hostilities contact contacts interview")

// plights are event nouns that a country or city has rather than does.
var plights = wordSet("homicide murder killing death kidnapping abduction disappearance femicide suicide robbery theft extortion",
	"crime violence unrest riot earthquake quake flood flooding drought famine epidemic outbreak fire accident crash collapse",
	"unemployment inflation recession crisis poverty corruption trafficking")

// notThemes are words before an event noun that tell when, how great or of what kind it is.
var notThemes = wordSet("future past present record peak pilot emergency surprise key top bulk mass test trial joint spot",
	"target flagship percentage percent point unit volume quarter year-end value half",
	"cash stock landmark fire summer winter spring autumn mid-term spot-check snap shock volunteer")

// roads are the nouns of places that "on" puts an event on rather than aims it at.
var roads = wordSet("road street highway motorway coast beach border outskirts campus route way bridge ship boat bus train",
	"plane frontier")

// matches are nouns of games, whose "against" tells the other side, not somebody to whom it is done.
var matches = wordSet("match game win victory defeat draw debut appearance replacement performance goal try display start tie cap test",
	"replay clash series final semi-final century wicket")

// leagues are the last words of names of competitions, which do nothing themselves.
var leagues = wordSet("league cup championship championships open series games trophy tour prix olympics masters nations premiership")

// kindNouns are nouns for groups that before another noun tell for whom or of what kind a thing is: a business partnership, a press
// conference.
var kindNouns = wordSet("business press family industry market class labour labor sex media trade group public news insider investor",
	"consumer customer")
