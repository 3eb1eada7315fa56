import { readMessage } from './messages';

const ID = '9c1e4a2b3c4d5e6f708192a3b4c5d6e7f8091a2b';

function notes(message: string) {
  return readMessage({ id: ID, message, files: [] });
}

describe('readMessage', () => {
  it.each([
    ['the last paragraph', `x\n\nPromoted-From: ${ID}\n`, [ID]],
    [
      'the middle of a squash',
      `x (#1)\n\n* y\n\nPromoted-From: ${ID}\nZ: 1\n\n---------\n\nCo-authored-by: B <b@x>`,
      [ID],
    ],
    ['CRLF', `x\r\n\r\nPromoted-From: ${ID}\r\n`, [ID]],
    ['seven digits', `x\n\nPromoted-From: ${ID.slice(0, 7)}`, [ID.slice(0, 7)]],
    ['six digits', `x\n\nPromoted-From: ${ID.slice(0, 6)}`, []],
    ['a sentence', `x\n\nThere is no Promoted-From: ${ID} here.`, []],
    ['text after the id', `x\n\nPromoted-From: ${ID} (dev)`, []],
    [
      'two of them',
      `x\n\nPromoted-From: ${ID}\nPromoted-From: 1234567`,
      [ID, '1234567'],
    ],
  ])('finds promotions in %s', (_where, message, expected) => {
    expect(notes(message).promotedFrom).toEqual(expected);
  });

  it.each([
    ['HOTFIX: x', true, undefined],
    ['hotfix(cache): INC-42 more memory', true, 'INC-42'],
    ['fix: x\n\nHotfix: INC-43', true, 'INC-43'],
    ['fix: x\n\nNo Hotfix: INC-43', false, undefined],
    ['Revert "hotfix: x"', false, undefined],
    ['feat: INC-42', false, undefined],
    ['hotfix\n\nIncident: INC-7', true, 'INC-7'],
    ['', false, undefined],
  ])('%j', (message, hotfix, incident) => {
    expect(notes(message)).toMatchObject({ hotfix });
    expect(notes(message).incident).toBe(incident);
  });

  it('finds reverts, also of merges', () => {
    const one = `Revert "x"\n\nThis reverts commit ${ID}.`;
    const merge = `Revert "x"\n\nThis reverts commit ${ID}, reversing\nchanges made to 1234567.`;
    expect(notes(one).reverts).toEqual([ID]);
    expect(notes(merge).reverts).toEqual([ID]);
  });
});
