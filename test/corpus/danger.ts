import type { Alarm } from '../../src/modules/calls/domain/understanding/meaning';
import type { CorpusLanguage } from './corpus';

/** What frightened and despairing people say, by what it is about, told apart by slashes. */
export const DANGER: Record<CorpusLanguage, Record<Alarm, Record<string, string>>> = {
  english: {
    'self-harm': {
      'a wish to die': `
        I want to die / I just want to die / um I I want to die / I don't want to live anymore / I don't wanna be alive /
        I don't want to be here any more / I wish I was dead / I wish I were dead / I wish I'd never been born /
        I don't want to exist / I hope I don't wake up tomorrow / I just want to go to sleep and never wake up /
        I want it to be over / I just want it all to stop / I just want the pain to stop / I'd rather be dead /
        I want to disappear forever / I'm ready to die
      `,
      'a plan': `
        I'm going to kill myself / I'm gonna hurt myself / I'm thinking about ending it / I'm going to end my life /
        I want to end it all tonight / I'm standing on the bridge and I'm going to jump /
        I've got the knife here and I'm going to use it on myself / I've written a goodbye note to the kids /
        I'm scared I might hurt myself / I've been having suicidal thoughts / I feel suicidal /
        I keep thinking about killing myself / I'm going to jump off the bridge / I have a noose ready /
        tell my kids I love them / you won't need to call again I'll be dead by then /
        I'm going to step in front of a train / I've got a gun to my head
      `,
      'a deed': `
        I took all my pills to end it / I took a whole bottle of pills / I swallowed a load of tablets /
        I've been cutting myself / I cut my wrists / I cut myself again / I tried to kill myself /
        I've been hurting myself again / I've started self harming again / I tried to hang myself last night /
        I took forty sleeping pills / I emptied the whole bottle of pills and swallowed them
      `,
      'no way on': `
        there's no point in living / what's the point of living / no point going on anymore / I can't go on /
        everyone would be better off without me / they'd all be happier without me / no one would miss me /
        nobody would even notice if I was gone / I have nothing to live for / life isn't worth living anymore /
        I see no way out / I've got no reason to live / I'm tired of living / I'm done with life /
        I don't see any reason to be alive / I can't live like this anymore
      `,
      'whatever else despairs': `
        I don't see the point in being alive / I'm just going to take all these pills and
        go to sleep forever / I'm better off dead / I've got a razor and I want to cut / I can't stop thinking about dying / I
        just want to end my life / I don't think I'll make it through the night I want to kill myself / I can't do life
        anymore / I've swallowed all my sleeping tablets / I don't want to live / I'm sitting here with a bottle of pills and
        I'm going to take them all / I keep thinking everyone would be happier if I was dead / nothing's worth living for
        anymore / I want to hurt myself so bad right now / I wish I could just die / there's no reason for me to live any more
        / I'm gonna slit my wrists / I bought some rope I'm going to hang myself / my family would be better off if I was gone
        / I've had enough I'm going to end my life tonight / I'm thinking of jumping in front of a train
      `,
    },
    emergency: {
      fire: `
        help me I fell down / help, I've fallen / there's a fire / the kitchen's on fire / the house is on fire / my flat is on fire help / fire fire /
        the curtains caught fire / the house is burning down / there's smoke everywhere / the room is filling with smoke /
        um there's a fire in the kitchen / there's flames coming out of the oven / the pan's on fire
      `,
      gas: `
        I smell gas / I can smell gas in here / there's a gas leak / it smells of gas / the gas is leaking
      `,
      breath: `
        I can't breathe / help I can't breathe properly / I can hardly breathe / I can't get any air /
        I'm struggling to breathe / I'm having trouble breathing / she's not breathing / he stopped breathing /
        the baby isn't breathing / he's choking / my throat is closing up / he's turning blue /
        I'm having an asthma attack / I'm having an allergic reaction
      `,
      'heart and stroke': `
        I think I'm having a heart attack / I'm having a heart attack / I think it's a heart attack /
        I think I'm having a stroke / I think she had a stroke / my chest hurts and my arm is numb /
        I've got terrible chest pains / there's a crushing pain in my chest / I have pain down my left arm /
        half of my face is drooping / he has no pulse / my mum is having a seizure / my left side's gone numb
      `,
      unconscious: `
        he collapsed / my husband just collapsed / my mum's collapsed on the floor / she passed out /
        she's unconscious / he won't wake up / I can't wake her up / he's not responding / I think I'm going to pass out /
        she's not moving / my dad fainted and hit his head
      `,
      bleeding: `
        I'm bleeding badly / I'm bleeding and it won't stop / there's blood everywhere / he's bleeding out /
        my head is bleeding / I've lost a lot of blood / I'm bleeding really heavily / I've cut my finger off /
        I'm coughing up blood / it won't stop bleeding
      `,
      falls: `
        help me I've fallen and can't get up / I've fallen / I've fallen down the stairs / I fell and I can't get up /
        she fell off the ladder / I think I've broken my hip / I'm on the floor and I can't get up /
        I'm lying on the floor and I can't move / my nan's had a fall / I fell in the bathroom and can't move
      `,
      accidents: `
        I've been in an accident / we've been in a car crash / I just had an accident / I crashed the car /
        he got hit by a car / there's been an accident / I'm trapped under the wardrobe / my son's been run over /
        I've been electrocuted / she's badly hurt / I'm badly burned
      `,
      violence: `
        he's got a gun / he has a knife / someone's got a gun / he hit me / my husband is hitting me /
        my boyfriend beat me up / I've been stabbed / I've been shot / he's trying to kill me / I was just attacked /
        he's hurting me / he tried to strangle me / he won't let me leave the house / he said he's going to kill me /
        there's a shooter in the building / I'm being followed / somebody's following me / he raped me
      `,
      'break-ins': `
        someone's breaking in / somebody is trying to break in / there's someone in my house /
        someone broke into my house and they're still here / there's an intruder / there's a burglar downstairs /
        there's a man trying to get in
      `,
      'calls for help': `
        call an ambulance / please call an ambulance / I need an ambulance / call the police / call nine one one /
        send help / I need help right now / please help me he fell / somebody help me / it's an emergency /
        get me a doctor quick / I need the fire brigade / please help me I'm hurt / call 911 / I need the cops
      `,
      poison: `
        I took too many pills / I think I've overdosed / he's taken an overdose / my daughter drank bleach /
        the baby swallowed a battery / I've been poisoned / I took way too much insulin
      `,
      birth: `
        my waters broke / I'm in labour / the baby's coming now / my waters have just broken / I'm having contractions
      `,
      'whatever else cannot wait': `
        my toddler drank the drain cleaner /
        oh god there's flames in the hallway / the whole place is burning / the toaster just burst into flames / I can't stop
        the fire / there's a strange smell of gas and I feel dizzy / my baby's gone blue / I can't get my breath please / he's
        having some kind of fit / my mother has just had a stroke I think / there's a tight band around my chest and I'm
        sweating / I've got this awful pain in my chest going into my jaw / my heart's beating funny and I think I'm going to
        faint / my wife is lying on the floor and she's not answering me / my dad won't open his eyes / grandma's unconscious
        on the bathroom floor / I've cut myself really badly there's blood all over the floor / I sliced my hand open and it's
        gushing / I slipped in the shower and I think my hip is broken / I fell off the roof / I've been lying here since last
        night I can't stand up / I was just hit by a car / we just crashed / my partner's going to hurt me he's outside the
        door / please he's hitting me / he's got his hands round my neck / there's a man outside with a knife / someone is
        smashing the window / there's a stranger in my bedroom / somebody get help / can you call someone I'm really hurt / I
        need medical help / I've taken too much of my heart medication / help there's smoke coming under my door / oh my god
        the neighbour's house is on fire / my stove caught fire I don't know what to do / I think there's carbon monoxide in
        here / he can't breathe / my son's choking on a grape / I can't um I can't breathe / my chest really hurts and it's
        going down my arm / I think my husband's having a heart attack / my left arm has gone completely numb and my face
        feels funny / my dad's had a stroke / she just dropped to the floor and she's shaking / he hit his head and now he
        won't wake up / my girlfriend isn't breathing please hurry / there's so much blood I don't know what to do / I can't
        stop the bleeding / I stabbed myself by accident / I've had a bad fall and I can't move my leg / um I fell over and I
        can't get up off the floor / I've tipped over in my wheelchair and I'm stuck / I got run over / we've had a crash on
        the motorway / my car's upside down in a ditch / my ex is trying to break the door down / there's somebody in the
        house and I'm hiding / he's going to come back and hurt me / my dad keeps hitting my mum / I've been raped / someone
        just tried to grab me / my stepdad punched me in the face / I need the police right now / please send someone quickly
        / could you ring for an ambulance / um help I think my house is on fire / there's a fire in the building and I can't
        get out / the lights went out and there's smoke everywhere / we've got a gas leak in the kitchen / I can't breathe my
        inhaler's empty / she's gone blue and she's not breathing / I've been stung by a bee and my tongue is swelling /
        there's pain in my chest and my jaw / I feel like I'm having a heart attack / his face has dropped on one side /
        grandad collapsed in the garden / my friend's passed out and won't wake up / he took something and now he's
        unconscious / I've cut an artery / blood is pouring out of my leg / I fell and broke my hip I think / I've fallen in
        the bath and I'm stuck / nan fell down the steps / a car just hit me / my husband's had an accident at home he's
        bleeding / there's been a crash outside people are hurt / he's strangling her / my boyfriend just threw me against the
        wall / there's a guy with a gun in the shop / I'm hiding from my ex he's got a knife / someone's trying to get into my
        house / I've been robbed / can you get me an ambulance / please I need help he's attacking me / I took way too many of
        my pain pills / my kid just swallowed some pills / the baby is coming and I'm on my own
      `,
    },
  },
  german: {
    'self-harm': {
      all: `
        ich will sterben / ich möchte nicht mehr leben / ich will nicht mehr leben / ich bringe mich um /
        ich will mich umbringen / ich möchte einfach nicht mehr da sein / ich habe eine ganze Packung Tabletten geschluckt /
        ich hab mich wieder geritzt / ohne mich wären alle besser dran / ich will dass alles vorbei ist /
        ich kann nicht mehr weiterleben / es hat keinen Sinn mehr zu leben / ich springe jetzt von der Brücke /
        ich mach Schluss mit meinem Leben / ich hab mir die Pulsadern aufgeschnitten / ich wünschte ich wäre tot /
        ich tu mir was an / ich habe Suizidgedanken /
        ich will einfach nur noch tot sein / ich mag nicht mehr leben / ich denke daran mich umzubringen / alle wären ohne
        mich besser dran / ich hab zwanzig Schlaftabletten genommen / ich halte das Leben nicht mehr aus
      `,
    },
    emergency: {
      all: `
        es brennt / hier brennt es / die Küche brennt / es riecht nach Gas / ich kriege keine Luft /
        ich bekomme keine Luft mehr / sie atmet nicht / er atmet nicht mehr / ich glaube ich habe einen Herzinfarkt /
        mein Brustkorb tut so weh und mein Arm ist taub / ich habe starke Schmerzen in der Brust / er ist zusammengebrochen /
        meine Frau ist bewusstlos / ich blute stark / überall ist Blut / es hört nicht auf zu bluten /
        ich bin gestürzt und komme nicht mehr hoch / ich bin die Treppe runtergefallen / ich hatte einen Unfall /
        er hat eine Waffe / er hat ein Messer / mein Mann schlägt mich / jemand bricht ein / da ist jemand in meiner Wohnung /
        ruf einen Krankenwagen / rufen Sie die Polizei / ich brauche einen Arzt schnell / hilfe hilfe / ich habe zu viele Tabletten genommen /
        meine Fruchtblase ist geplatzt / das Baby hat eine Batterie verschluckt / sie wacht nicht auf /
        Hilfe in meiner Wohnung brennt es / die Gardine hat Feuer gefangen / hier ist alles voller Rauch / ich rieche Gas in
        der Küche / mein Mann kriegt keine Luft mehr / ich glaube meine Mutter hat einen Schlaganfall / ich hab so einen Druck
        auf der Brust / meine Oma ist umgekippt und reagiert nicht / er hat ganz viel Blut verloren / ich bin in der Dusche
        ausgerutscht und komm nicht mehr hoch / wir hatten gerade einen Autounfall / mein Freund hat mich geschlagen / jemand
        versucht bei mir einzubrechen / können Sie bitte einen Krankenwagen rufen
      `,
    },
  },
};

/** What sounds alike and is none: figures of speech, sore muscles, the news, and the habit itself. */
export const HARMLESS: Record<CorpusLanguage, string> = {
  english: `
    my gums are bleeding / I'm on fire today / my legs are killing me / mum's gonna kill me if I forget / dying for a coffee /
    I'd kill for a nap / that workout nearly killed me / the fire alarm test made me late / I could die of embarrassment /
    my phone's dying / I'm dead tired / can't feel my arms after those push-ups / took all my pills /
    I took all of them / I can't breathe after that run haha / I watched a show about a shooting / I fell asleep /
    I fell off the wagon / I'm breaking in new shoes / that burger was a heart attack on a plate / he broke in the conversation /
    I've fallen behind / I have fallen asleep on the couch / I collapsed on the sofa after work / I'm drowning in emails /
    you nearly gave me a heart attack / I nearly had a heart attack when it rang / my chest is sore from bench press /
    my chest hurts from the push-ups / we did chest today / I'm choking up a bit / the app is unresponsive /
    I cut myself shaving / I don't want to wake up at six / I don't want to wake up early / I can't wake up early /
    I'm about to jump in the shower / I'm gonna jump on a call / I hit the gym / he beat me at chess / she kicked me out of the kitchen /
    I had food poisoning so no / my foot's gone numb I sat on it / I set the burglar alarm / there's someone at the door /
    there's a fire drill / there's a fire truck outside / my clothes smell of smoke / I only smoke in the kitchen / the dog had an accident on the carpet /
    I can't get up that early / I can't get up in the mornings / I want this workout to be over / that meeting was a car crash /
    I'm lying on the floor doing my stretches / I overdosed on coffee / I overdosed on Netflix / I'm dying of boredom / I'm dying to tell you /
    I took them all with breakfast / I took two tablets / I had a blood test / they took a lot of blood at the doctor /
    my nose bled a little / my legs hurt badly after the run / I feel like I've been hit by a bus / watched a documentary about suicide /
    we did suicides at football practice / I smashed it / killed it today / I slayed it / I'd rather die than go running /
    I killed the lights and went to bed / there's no point going today / what's the point of this call / there's no point in calling me /
    I can't do this right now / I can't go on Tuesday / I'm sick of these calls / I give up / I quit smoking /
    I want to end this call / I want to end the day with a walk / I need a doctor's appointment / I need help with the app /
    can you help me / help / I have to call the doctor tomorrow about my prescription / it's not an emergency /
    I broke my leg last month / I'm stuck in traffic there's been an accident on the motorway / she hits the gym with me /
    my house is a mess / burning calories / my calves are burning / I burned the toast / I'm burnt out / the gas station was closed /
    I need to get gas / I read about a stabbing in the news / my back is killing me / it's a killer workout / my heart's racing from the sprints /
    I lost my pulse monitor / the kids are in the pool / dinner is on the stove / I shot some hoops / we played a shooter /
    my battery is dead / I'm dead on my feet / break a leg / I hurt my back so skip it / I fell in love with it / I'm choking on homework /
    I had a stroke of luck / my swim strokes are better / ambulance training took all day / I'm a paramedic and busy /
    mum's having a fit about the mess / it's to die for / over my dead body / I want to live healthier / I don't want to die so yes I took them /
    I'm trapped in a meeting, call me later / I'm trapped in traffic / I'm buried in work call me later / I'm crushed under deadlines / I'm buried under paperwork /
    my boss is holding me hostage / I'm a hostage of this meeting / kidnapped by my kids, call later / I'm being chased by my kids call later /
    someone's following me on the road hold on / there's a man in my house fixing the boiler, call me later / there's an emergency at work /
    my daughter's having contractions call later /
    I'm going to pass / about to pass out, call me tomorrow / I can hear someone in the background / someone's banging on the door /
    there are people in my house, call me later / she won't let me go / work is keeping me here / I ate cleaner today / I think I broke my streak /
    my face is numb from the dentist / my leg's gone numb I sat on it / the tank is full of gas / I have to say goodbye to everyone first /
    I can't cope with this heat / I've got my bottle of pills and I took one / I have the pills and I'll take them now / I can't go on my run /
    that spin class murdered me / I'm dying here it's so hot / I nearly died laughing / it's a matter of life and death
    haha no I did it / I'd sell my soul for a beer / I'm burning up the miles / got a bit of heartburn so I'll do it later
    / my chest workout is done / my arm hurts from the vaccine / my side hurts from running / I had a stroke of genius / I
    was struck by how easy it was / he's a pain in the neck / my shoulder is numb from carrying bags / my face hurts from
    smiling / the dog is bleeding my wallet dry / I bled the radiators today / I dropped to the floor and did twenty
    push-ups / he fell asleep in the car / I fell asleep in the bath / my husband fell off the chair laughing / I tripped
    on the stairs but it's fine / I ran over my time / the bus hit a lot of traffic / I've been attacked by mosquitoes /
    the kids attacked me with pillows / my cat attacks me every morning / I've been robbed of an hour of sleep / someone
    broke the coffee machine / the ambulance siren was loud sorry say again / I'm waiting for the police to sort out my
    passport / call my doctor's office is on my list / I need an emergency coffee / my gas bill came / took all my meds
    and my vitamins / yes I swallowed all three / I've taken the whole lot / I've finished the whole pack of pills so need
    a refill / I'm done with this day / I can't live without coffee /
    I'm sitting on the edge of my bed / tell my wife I'm running late / the candle is burning / everything is on fire at work / I hear voices in the background /
    the chilli set my mouth on fire / I was burning through my to-do list / this heat is killing me / he's killing it at the gym / I
    got a stitch and couldn't breathe properly for a second / I did my breathing exercises / I can breathe again now that exams are
    over / my heart skipped a beat when you called / I take my heart pills every day / the stroke rehab class was cancelled / my arms
    are dead after yesterday / I passed out on the couch last night after the movie / my phone died / I cried blood sweat and tears
    over this / there's blood pressure tablets on my desk and I took them / I gave blood today / I fell behind on my reading / I fell
    for it again / I fell off the diet / I fell down a YouTube rabbit hole / I tripped over the cat but I did my run / I had a crash
    course in Spanish / the app crashed / the market crashed / I crashed at my sister's / I almost got run over by the kids / the boss
    is gonna kill me if I'm late / my trainer beat me up today with those squats / he attacked me in the game / I shot a video / I've
    been stabbed in the back by my coworker / my brother broke in his new boots / someone's in the shower / there's a man here to fix
    the boiler / I called my doctor this morning / the ambulance course finished late / I took too many breaks / I took a whole bottle
    of water with me / I'm sick of running / there's no point arguing with you yes I did it / I've been hit with a cold / it hit me
    that I forgot / he hit me up for lunch / I took my pills to work with me / I swallowed the vitamins with juice / I took a load of
    laundry out / I've had too many biscuits / took too much time but I did it / I drank a whole bottle of water / I drank the whole
    thing / I finished the bottle / I've been cutting down on sugar / I've been hurting since leg day / I hurt my knee on the run / I
    cut my nails / I cut the grass / my hand is bleeding a bit from the garden but I did it / the smoke alarm's beeping because of the
    low battery / I quit smoking, there's no smoke in the house / I smell like smoke / dinner's burning call me back / something's
    burning on the stove / can't talk I'm in the hospital visiting my mum / I'm at the doctor's / I have a doctor's appointment at six
    / my wife's giving birth next month / my baby's asleep / the baby won't sleep / my mum passed away last year / I fell in the mud
    but I finished the run / I fell off my bike last week so no / had a fall out with my sister / I ended it early / I ended my run
    early / end the call please / I want to end my subscription / I want to end my membership / I don't want to be on this list
    anymore / I don't want to live with my roommate anymore / I want to be left alone
  `,
  german: `
    ich sterbe vor Hunger / ich bin todmüde / meine Beine bringen mich um / das Training hat mich fast umgebracht / mein Handy stirbt gleich /
    mein Zahnfleisch blutet / ich habe alle meine Tabletten genommen / ich hab alle genommen / ich habe alle Tabletten geschluckt nach dem Frühstück /
    ich lach mich tot / ich könnte sterben für einen Kaffee / ich habe eine Doku über einen Überfall gesehen / der Feueralarm war nur ein Test /
    ich bin eingeschlafen / ich komme morgens nicht hoch / ich kann morgens nicht aufstehen / meine Muskeln brennen / mir brennt der Hintern /
    das Essen ist angebrannt / es ist kein Notfall / ich brauche keine Hilfe / ich bin total fertig / Mama bringt mich um wenn ich das vergesse /
    es ist jemand an der Tür / ich habe es satt / ich kann nicht mehr laufen / ich muss morgen zum Arzt / ich mache Schluss für heute /
    mir ist der Arm eingeschlafen / er hat mich beim Schach geschlagen / ich will das nicht mehr /
    ich hab mich beim Rasieren geschnitten / brennt mir gerade nicht unter den Nägeln / ich hab die Treppe geputzt / ich will nicht mehr so leben wie früher ungesund /
    ich bin fix und fertig / ich hab mich fast totgelacht / der Muskelkater bringt mich noch um / mein Akku ist tot / ich
    habe mir in den Finger geschnitten beim Kochen aber gemacht / ich habe Blut gespendet / die Tabletten hab ich alle
    genommen / ich hatte gestern einen Termin beim Arzt / die Polizei hat mich angehalten ruf später an / ich bin
    hingefallen aber hab den Lauf beendet / ich bin über die Katze gestolpert / er ist hier zusammen mit mir / jemand ist
    an der Tür ich muss auflegen / ich hab keine Lust mehr / ich kann nicht mehr ich habe schon zehn gemacht / ich komm
    heute nicht mehr dazu / mir brennen die Beine / heute ist Schluss mit Training / ich habe die Nase voll / Opa hat mich
    beim Kartenspielen geschlagen
  `,
};

/** The sentences of one of the tables. */
export function told(sentences: string): string[] {
  return sentences
    .split('/')
    .map((each) => each.trim().replace(/\s+/g, ' '))
    .filter((each) => each !== '');
}
