import type { PersonaWords } from '../../language';

/** Luna: ruhig und ohne Eile. */
export const calm: PersonaWords = {
  hello: { named: ['Hallo {name}', 'Grüß dich {name}'], nameless: ['Hallo', 'Grüß dich'] },
  opening: [
    '{hello}, hier meldet sich Callivate, ein KI-Assistent,',
    '{hello}, hier spricht Callivate, ein KI-Assistent,',
    '{hello}, ich bin Callivate, ein KI-Assistent,',
  ],
  reasons: {
    'test-call': ['mit einem ruhigen Testanruf.', 'nur zum Testen.', 'mit deinem Testanruf.'],
    'asked-for': ['wie du wolltest, um {habit}.', 'auf deinen Wunsch, um {habit}.', 'du hattest gefragt, um {habit}.'],
    callback: ['zurück wie gewünscht, um {habit}.', 'der ruhige Rückruf, um {habit}.', 'wieder da, um {habit}.'],
    'follow-up': [
      'noch einmal in Ruhe um {habit}.',
      'ich frage noch einmal, um {habit}.',
      'wieder bei dir, um {habit}.',
    ],
    inbound: ['ruhig zu deinem Anruf, um {habit}.', 'da bist du ja, um {habit}.', 'mit Zeit für dich, um {habit}.'],
    'inbound-all-done': ['und alles ist in Ruhe getan.', 'alles ist getan.', 'für den Moment ist alles getan.'],
    'first-call': ['ein erster Anruf, um {habit}.', 'zum ersten Mal, um {habit}.', 'ein leiser Anfang, um {habit}.'],
    'several-habits': ['es geht um {habit}.', 'Schritt für Schritt um {habit}.', 'in Ruhe um {habit}.'],
    'milestone-near': [
      'um {habit}, bald {newCount}.',
      'um {habit}. {newCount}, ganz nah.',
      'um {habit}, vor dir {newCount}.',
    ],
    'streak-at-stake': [
      'um {habit}, eine ruhige {streak}.',
      'um {habit} und deine {streak}.',
      'es geht um {habit}, deine {streak}.',
    ],
    'missed-yesterday': ['um {habit}. Ein neuer Tag.', 'um {habit}, heute neu.', 'um {habit}. Gestern ist vorbei.'],
    monday: {
      more: [
        'um {habit}: {weekBefore}, dann {lastWeek} letzte Woche.',
        'um {habit}. Letzte Woche {lastWeek}, davor {weekBefore}.',
        'um {habit}: {lastWeek} letzte Woche, davor {weekBefore}.',
      ],
      same: [
        'um {habit}: gleichmäßig {lastWeek} letzte Woche.',
        'um {habit}. Wieder {lastWeek} letzte Woche.',
        'um {habit}, stetig {lastWeek} letzte Woche.',
      ],
      fewer: [
        'um {habit}. Eine neue Woche.',
        'um {habit}, die Woche beginnt neu.',
        'um {habit}. Die Woche ist noch jung.',
      ],
    },
    'plain-day': ['es geht um {habit}.', 'eine ruhige Frage, um {habit}.', 'in Ruhe um {habit}.'],
  },
  writtenDown: [
    'Deine Antworten werden aufgeschrieben.',
    'Ich schreibe alles auf.',
    'Deine Worte werden aufgeschrieben.',
  ],
  haveYouDoneIt: ["Hast du's gemacht?", 'Ist es getan?', 'Konntest du es tun?'],
  praise: ['Schön.', 'Das ist gut.', 'Gut so.', 'Fein.'],
  rowGrows: ['{newCount} in Folge.', '{newCount}, ganz stetig.', 'Nun {newCount} in Folge.'],
  milestoneReached: ['{newCount}, in aller Ruhe.', '{newCount}. Ein schöner Moment.', 'Nun sind es {newCount}.'],
  rowBegins: ['Ein guter Anfang.', 'Ein ruhiger Beginn.', 'Der erste Schritt.'],
  backAgain: ['Schön, dass du wieder da bist.', 'Ein neuer Anfang.', 'Wieder auf dem Weg.'],
  oneOfSeveralDone: ['Schön.', 'Gut so.', 'Fein.'],
  oneOfSeveralGrows: ['Schön, {newCount} in Folge.', 'Gut so, {newCount}.', '{newCount}, ganz stetig.'],
  thanksForTelling: ['Das ist in Ordnung, danke.', 'Gut, danke, dass du es sagst.', 'Danke. Es hat Zeit.'],
  skipped: ['Gut, ich lasse es diesmal aus.', 'In Ordnung, heute nicht.', 'Ausgelassen, ganz ohne Eile.'],
  partNoted: [
    'Ein Teil ist getan. Ich habe es notiert.',
    'Auch das zählt. Ich habe es notiert.',
    'Danke, ein Stück ist geschafft. Ich habe es notiert.',
  ],
  goodbye: ['Auf Wiederhören.', 'Bis bald.', "Mach's gut."],
};
