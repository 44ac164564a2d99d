import { ANYMORE, MY, PILLS, TOOK } from './alarms-words';

const MANY = 'fifteen|twenty|thirty|forty|fifty|sixty|hundred|15|20|25|30|40|50|60|100';
const KILL = 'kill|hang|shoot|drown|stab|off';
const KILLING = 'killing|killed|hanging|shooting|drowning|stabbing';
const HARM = 'hurt|harm|cut|injure';
const HARMING = 'hurting|harming|cutting|injuring|burning';
const INTENDS =
  'going|want|wanted|need|about|ready|planning|plan|plans|decided|tempted|urge|urges|how|tried|trying|attempted|like';
const SOON = '>|tonight|today|tomorrow|now|soon|right|with|if|too|please|this|last';
const HIGH_PLACE = 'bridge|roof|rooftop|building|balcony|window|cliff|ledge|tower';

/** The wish to be dead, or not to be. */
const WISHES = [
  'want|wanted|wish|wishing to? die >|tonight|today|now|so|this|and|because',
  'ready to die',
  `do not want|wish|deserve to live|exist|be >|${ANYMORE}|like|alive`,
  `do not want|wish to be here|around|alive >|${ANYMORE}`,
  `do not want to wake up ${ANYMORE}`,
  'do not want to wake up tomorrow >',
  `hope|wish|pray i do|did|would|could|will not|never wake up? >|tomorrow|${ANYMORE}`,
  'to|and never wake|waking up? >|again',
  'to|and not wake|waking up? ever|again >',
  'i wish i would|could not? disappear|die|vanish >',
  'wish i was|were dead|gone >',
  'wish i was|were not alive|here|around|born >|anymore|any',
  'wish i was|were|had|would never been? born|here|alive',
  'better off dead',
  'rather be dead >|than',
  'rather not be? live|alive|here >',
  'want|wanting|like to disappear|vanish forever|>',
  'want it|everything|all all? to be over >',
  'want it|everything to end >',
  'want it|everything all to end|stop >',
  'want everything|all to end|stop >',
  'want|need|make my|the|this|all pain|suffering|misery|voices|hurting|hurt to? stop|end >',
  'want out of this|my|the life',
  'want it to stop hurting',
  'sleep forever',
  'feel like living|being >|alive|anymore|any',
  'will to live >|anymore|any',
  'made|making up? my mind|decision to die|end',
];

/** What the person means to do, has ready, or leaves behind. */
const PLANS = [
  `${KILL} myself ${SOON}`,
  `${KILLING} myself ${SOON}|again`,
  `${INTENDS} to ${HARM} myself ${SOON}|again|so|badly`,
  `might|will ${HARM} myself >|tonight|today|now|again`,
  `scared|afraid|worried|frightened of|that|i|about? _? _? ${HARM}|${KILL} myself`,
  'scared|afraid of|about? what i might|will|could do',
  'do something to myself',
  'use it on myself',
  'take|taking|took my own? life',
  'end|ending my own? life',
  'end|ending it all',
  'end|ending it|things tonight|all|today|now|tomorrow|for',
  'to end it|everything >',
  'thinking|thought|thoughts|think of|about ending|end it|things|everything >',
  'thinking|thought|thoughts|think|thinks|obsessed about|of|with suicide|dying|ending|killing|overdosing >|it|myself|all|my|again',
  'suicidal',
  'commit|committing|committed|attempt|attempting|attempted|considering|contemplating|consider suicide',
  '< suicide >',
  'suicide note|attempt|tonight|letter|thoughts',
  'plan|way|ways|tried to die|suicide >|tonight',
  'goodbye forever|everyone|everybody|world',
  'say|said|saying my? goodbye|goodbyes to everyone|everybody',
  `write|wrote|written|writing|left|leaving|leave ${MY}|them|some? goodbye|goodbyes|farewell note|letter|letters|notes`,
  'tell my|the _? kids|children|mum|mom|dad|mother|father|parents|family|wife|husband|son|daughter|everyone? i love|loved',
  'tell my|the kids|children|mum|mom|dad|parents|family|everyone i am so? sorry >|for',
  'last time you will? hear|talk|speak|hearing to|from me',
  'i will|would be dead soon|before|tomorrow|tonight|when',
  'i will|would be dead by then|tomorrow|tonight|morning',
  'i will|would be gone for? good|forever',
  `will|would not be here|around tomorrow|${ANYMORE}|much`,
  'not see tomorrow|another >|day|morning',
  `going|want|about|ready|tempted|like to? jump|jumping >`,
  `going|want|about|ready|tempted|trying|tried to jump|throw myself? off|from|out of? ${MY} ${HIGH_PLACE}`,
  `jumping|throwing myself? off|from|out of? ${MY} ${HIGH_PLACE}`,
  'jump|jumping|throw|throwing|step|stepping|walk|walking|drive|driving|jumped myself? in|into front of a|the|this|my train|bus|lorry|truck|traffic|cars|tram|car',
  'drive|driving myself|the|my car|it? into|off a|the tree|wall|bridge|cliff|river',
  'standing|sitting on|at|by the|a|this edge|ledge|tracks|rails|railing|railings|cliff|bridge|roof >|of|ready|about',
  'on the train|railway|rail tracks|rails',
  'on the ledge|tracks|rails >',
  `on the edge|side of a|the ${HIGH_PLACE}`,
  'noose',
  'rope|belt|cord round|around my neck',
  'gun|pistol|knife|blade|razor|shotgun to|at|in|against|on my head|mouth|neck|throat|wrist|wrists|temple|heart|chest',
  'razor|blade|knife|pills|tablets and|, i want|am|will|need going? to? cut|end|use|take|do|die',
  'kill|killing|hang|harm|harming himself|herself|themselves >|and|tonight|now',
  'pills|tablets to|and die|end >|it',
  'last day|night|hours on|alive earth|>',
];

/** What the person has already done to themselves. */
const DEEDS = [
  `${HARMING} myself >|again|on|every|so|tonight|today|now|with|because`,
  'started|keep|kept|been cutting|hurting|harming|burning myself',
  'hurt|harmed|cut|burned|burnt myself again|deliberately|intentionally|tonight|on',
  'cut|harmed myself >',
  'self harm|harming|harmed',
  'cut|cutting|slit|slitting|slashed|slashing|slash|open|opened my wrists|wrist|veins|throat|pulse',
  'cutting my arms|arm|thighs|legs|skin',
  `${TOOK}|emptied|drank ${MY}|all whole|entire|full of? the|my? bottle|box|packet|pack|strip of my|the|sleeping? sleeping? ${PILLS}`,
  `${TOOK} a|my|the whole|entire|full bottle|box|packet|pack >`,
  `${TOOK} all of? them|it|my ,? the? whole bottle|pills`,
  `${TOOK} a|an handful|handfuls|bottle|load|lot|bunch|packet|box|heap|ton|tonne of my|the|sleeping? sleeping? ${PILLS}`,
  `${TOOK} loads|lots|handfuls|bottles of my|the|sleeping? sleeping? ${PILLS}`,
  `${TOOK} like|about|over|maybe|at|some? least? ${MANY} of? my|the|these|sleeping? sleeping? ${PILLS}`,
  'going|want|planning|tried|about|thinking to|of take|taking? an? overdose|overdosing >|on',
  'overdose on',
  'overdosed|overdosing on purpose',
];

const GONE = 'dead|gone';

/** Life seen without worth, use or end. */
const HOPELESSNESS = [
  'no|any|the|what|little|see point|reason|sense|use|purpose in|of|to|for? me? living|live|existing|exist|life',
  `no|any|the|what|see point|reason|sense|use|purpose in|of|to|for? me? be|being alive`,
  `no|any|the point|reason|sense|use in|of|to|for? going|go|carrying|carry|keeping|keep on >|${ANYMORE}|living`,
  'nothing|something|anything left|else|more|for? me? to live',
  'not worth living',
  'life is|has|feels not? meaningless|pointless|unbearable|hopeless',
  'life is not worth living|it|anything|>',
  'life has no meaning|point|purpose|sense',
  'stop|stopped|quit living|existing >|anymore|any',
  'better|happier|easier off? without me >|here|around|in|anyway|anymore|any|they',
  'better off without me',
  `better|happier|easier off? if i was|were|died|am|disappeared|would|had not? ${GONE}|here|around|alive|>`,
  'no|nobody one? would|will miss me',
  `no|nobody one? would|will miss|notice|care|cares|cry if i was|were|died|die|disappeared|vanished|killed|am ${GONE}|not|myself|>`,
  'nobody|one cares if|whether i live|die|am',
  'burden to|on everyone|everybody|them|my|you|people',
  'no|any|only|other way out >|for|anymore|any|left|but',
  'see|have|got no|any|not future|hope >|anymore|any|for|left',
  'no|lost|any all? hope left|anymore|any >|for|in',
  'can not go on >|living|like|anymore|any',
  'can not cope >|anymore|any|with _? life|living|>',
  'can not live|exist like this',
  'can not live|exist with myself|this',
  'can not live anymore|any >|more',
  'can not|do face|bear|stand|take|carry|want another day >',
  'can not face|bear|stand|take|do life|living|existing|being >|alive|anymore|any',
  'can not carry|keep on living|anymore|any|>',
  'tired|sick|done|finished|through|fed of|with|up with? living|life|existing >|anymore|any',
  'tired|sick of being alive',
  'had|have enough of life|living >',
  'give|gave|given|giving up on life|living >',
  'hate being alive',
  'no|nobody one? would care|notice|miss >',
  'place|world without me >|in',
];

/** How people speak of harming or killing themselves. */
export const SELF_HARM = [...WISHES, ...PLANS, ...DEEDS, ...HOPELESSNESS];
