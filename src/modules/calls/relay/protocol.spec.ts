import { readMessage } from './protocol';

describe('A message on the relay', () => {
  it('is read as ConversationRelay has it, with fields we do not use', () => {
    expect(readMessage('{"type":"prompt","voicePrompt":"Yes","lang":"en-US","last":true}')).toEqual({
      type: 'prompt',
      voicePrompt: 'Yes',
      last: true,
    });
    expect(readMessage('{"type":"dtmf","digit":"1"}')).toEqual({ type: 'dtmf', digit: '1' });
  });

  it('is passed over when its type is unknown', () => {
    expect(readMessage('{"type":"info","x":1}')).toBeNull();
  });

  it.each([
    '',
    'yes',
    'null',
    '[]',
    '{}',
    '{"type":7}',
    '{"type":"dtmf","digit":"12"}',
    '{"type":"prompt","voicePrompt":5}',
  ])('is refused when it is none: %s', (data) => {
    expect(readMessage(data)).toBeInstanceOf(Error);
  });
});
