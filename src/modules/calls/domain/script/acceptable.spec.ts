import * as fc from 'fast-check';
import { allGreetings, mayBeSaid } from '.';

const english = {
  language: 'en',
  original: "{hello}, it's Callivate, your AI assistant, about {habit} and your lovely {streak}.",
};
const german = { language: 'de', original: '{hello}, hier ist Callivate, ein KI-Assistent, es geht um {habit}.' };

describe('a greeting in other words', () => {
  it.each([
    '{hello}, Callivate here, your AI, for {habit} and a {streak}.',
    '{hello}, this is Callivate, your AI, with {habit}. A {streak}, how nice.',
    "{hello}, it's your AI Callivate, about {habit} and that {streak}.",
  ])('may be said: %s', (words) => expect(mayBeSaid(words, english)).toBe(true));

  it.each([
    ['without who calls', '{hello}, this is your AI assistant, about {habit} and a {streak}.'],
    ['without an AI', '{hello}, this is Callivate, your assistant, about {habit} and a {streak}.'],
    ['with an AI too late', '{hello}, this is Callivate, about {habit} and a {streak}. An AI.'],
    ['that denies it', '{hello}, this is Callivate, not an AI, about {habit} and a {streak}.'],
    ['as a human', '{hello}, this is Callivate, a human AI, about {habit} and a {streak}.'],
    ['without the habit', '{hello}, this is Callivate, your AI, about your {streak}.'],
    ['with the habit too late', '{hello}, this is Callivate, your AI, calling. About {habit}, {streak}.'],
    ['with the habit twice', '{hello}, this is Callivate, your AI, {habit}, {habit} and {streak}.'],
    ['without the streak', '{hello}, this is Callivate, your AI assistant, about {habit}.'],
    ['with a gap nobody fills', '{hello}, this is Callivate, your AI, {habit}, {streak} and {name}.'],
    ['with a broken gap', '{hello}, this is Callivate, your AI, {habit}, {streak} and {.'],
    ['without a hello', 'This is Callivate, your AI, about {habit} and a {streak}.'],
    [
      'longer than ours',
      '{hello}, this is Callivate, your very own AI assistant, calling about {habit} and your {streak}.',
    ],
    ['with a promise', "{hello}, it's Callivate, your AI, you will love {habit}, {streak}."],
    ['with a short promise', "{hello}, it's Callivate, your AI, you'll like {habit}, {streak}."],
    ['with an order', "{hello}, it's Callivate, your AI, you must do {habit}, {streak}."],
    ['with blame', "{hello}, it's Callivate, your AI, you failed {habit}, {streak}."],
    ['with medicine', "{hello}, it's Callivate, your AI, take pills for {habit}, {streak}."],
    ['with health', "{hello}, it's Callivate, your AI, for healthy {habit}, {streak}."],
    ['with money', "{hello}, it's Callivate, your AI, pay for {habit}, {streak}."],
    ['with an address', "{hello}, it's Callivate, your AI, evil.example, {habit}, {streak}."],
    ['with a link', "{hello}, it's Callivate, your AI, https://x.y {habit}, {streak}."],
    ['with a number', "{hello}, it's Callivate, your AI, dial 555 {habit}, {streak}."],
    ['with markup', "{hello}, it's Callivate, your AI, <b>{habit}</b>, {streak}."],
    ['with an exclamation', "{hello}, it's Callivate, your AI, about {habit}, {streak}!"],
    ['with a question', "{hello}, it's Callivate, your AI, about {habit}, {streak}?"],
    ['in three sentences', '{hello}, Callivate, your AI, for {habit}. A {streak}. Nice.'],
    ['in another language', '{hello}, soy Callivate, tu AI, sobre {habit} y {streak}.'],
    ['in German', '{hello}, hier ist Callivate, dein AI, um {habit}, {streak}.'],
    ['with indecent words', "{hello}, it's Callivate, your AI, fucking {habit} and {streak}."],
    ['on two lines', "{hello}, it's Callivate, your AI,\nabout {habit} and {streak}. "],
    ['of nothing', ''],
  ])('%s may not be said', (_, words) => expect(mayBeSaid(words, english)).toBe(false));

  it('is checked by its own language', () => {
    expect(mayBeSaid('{hello}, Callivate hier, dein KI-Assistent, es geht um {habit}.', german)).toBe(true);
    expect(mayBeSaid('{hello}, this is Callivate, your AI assistant, about {habit}.', german)).toBe(false);
    expect(mayBeSaid('{hello}, hier ist Callivate, dein Assistent, es geht um {habit}.', german)).toBe(false);
    expect(mayBeSaid('{hello}, hier ist Callivate, keine KI, es geht um {habit}.', german)).toBe(false);
    expect(mayBeSaid('{hello}, hier ist Callivate, deine KI, du wirst {habit} schaffen.', german)).toBe(false);
  });

  it('is ours, when it is: the checks ask for no more than we do', () => {
    const all = allGreetings();
    const refused = all.filter((greeting) => !mayBeSaid(greeting.original, greeting));
    expect(refused.filter(({ language }) => language === 'en')).toEqual([]);
    expect(refused.length / all.length).toBeLessThan(0.05);
  });

  it('is checked whatever it is', () => {
    void fc.assert(
      fc.property(fc.constantFrom(...allGreetings()), fc.string({ maxLength: 40 }), (greeting, more) => {
        fc.pre(more.trim() !== '');
        expect(mayBeSaid(`${greeting.original} ${more} ${more}`, greeting)).toBe(false);
      }),
    );
  });
});
