import type { PersonaWords } from '../../language';

/** Marcus: klar, knapp und sicher, dass es geht. */
export const confident: PersonaWords = {
  hello: { named: ['Hallo {name}', 'Guten Tag {name}'], nameless: ['Hallo', 'Guten Tag'] },
  opening: [
    '{hello}, Callivate spricht, dein KI-Assistent,',
    '{hello}, Callivate hier, ein KI-Assistent,',
    '{hello}, hier spricht Callivate, der KI-Assistent,',
  ],
  reasons: {
    'test-call': ['mit deinem Testanruf.', 'zum Test, wie bestellt.', 'das ist der Testanruf.'],
    'asked-for': ['wie bestellt, um {habit}.', 'du hast gerufen, um {habit}.', 'auf deinen Wunsch um {habit}.'],
    callback: ['zurück wie abgemacht, um {habit}.', 'pünktlich zurück, um {habit}.', 'der Rückruf, um {habit}.'],
    'follow-up': ['noch einmal um {habit}.', 'die zweite Frage, um {habit}.', 'ich hake nach, um {habit}.'],
    inbound: [
      'gut, dass du anrufst, um {habit}.',
      'du hast zurückgerufen, um {habit}.',
      'zu deinem Anruf, um {habit}.',
    ],
    'inbound-all-done': ['und alles ist erledigt.', 'gut so, alles ist erledigt.', 'alles ist geschafft, stark.'],
    'first-call': ['der erste Anruf, um {habit}.', 'wir fangen an, um {habit}.', 'zum ersten Mal, um {habit}.'],
    'several-habits': ['es geht um {habit}.', 'kurz und gut, um {habit}.', 'zur Sache, um {habit}.'],
    'milestone-near': [
      'um {habit}. {newCount} in Reichweite.',
      'um {habit}, vor dir {newCount}.',
      'um {habit}, gleich {newCount}.',
    ],
    'streak-at-stake': [
      'um {habit}, eine {streak}.',
      'um {habit} und deine {streak}.',
      'es geht um {habit}, starke {streak}.',
    ],
    'missed-yesterday': ['um {habit}. Heute zählt.', 'um {habit}, neuer Tag.', 'um {habit}. Weiter geht es heute.'],
    monday: {
      more: [
        'um {habit}: {lastWeek} letzte Woche, nach {weekBefore}.',
        'um {habit}. Von {weekBefore} auf {lastWeek} letzte Woche.',
        'um {habit}: erst {weekBefore}, jetzt {lastWeek} letzte Woche.',
      ],
      same: [
        'um {habit}: stabil {lastWeek} letzte Woche.',
        'um {habit}. Letzte Woche wieder {lastWeek}.',
        'um {habit}. {lastWeek} letzte Woche, wie davor.',
      ],
      fewer: ['um {habit}. Neue Woche.', 'um {habit}, die Woche ist neu.', 'um {habit}. Die Woche beginnt.'],
    },
    'plain-day': ['es geht um {habit}.', 'zur Sache, um {habit}.', 'eine Frage, um {habit}.'],
  },
  writtenDown: ['Deine Antworten werden notiert.', 'Ich notiere deine Antworten.', 'Deine Worte werden notiert.'],
  haveYouDoneIt: ["Hast du's gemacht?", 'Erledigt?', 'Ist es getan?'],
  praise: ['Stark.', 'Gut gemacht.', 'Sauber.', 'So geht das.'],
  rowGrows: ['{newCount} in Folge.', '{newCount} am Stück.', 'Die Serie steht bei {newCount}.'],
  milestoneReached: ['{newCount}. Ein Meilenstein.', '{newCount}, das sitzt.', 'Geschafft: {newCount}.'],
  rowBegins: ['Der Anfang ist gemacht.', 'Ein guter Start.', 'Damit geht es los.'],
  backAgain: ['Du bist wieder dran.', 'Zurück auf Kurs.', 'Die Serie beginnt neu.'],
  oneOfSeveralDone: ['Gut.', 'Stark.', 'Sauber.'],
  oneOfSeveralGrows: ['Stark, {newCount} in Folge.', 'Gut, {newCount}.', '{newCount}, weiter so.'],
  thanksForTelling: ['Alles klar, danke für die Antwort.', 'Verstanden, danke.', 'Gut, dass du es sagst.'],
  skipped: ['Gut, diesmal ausgelassen.', 'Verstanden, heute nicht.', 'In Ordnung, ich lasse es aus.'],
  partNoted: ['Ein Teil ist geschafft. Notiert.', 'Das zählt. Ich habe es notiert.', 'Gut, notiert.'],
  goodbye: ['Tschüss.', 'Bis dann.', 'Mach weiter so.'],
};
