import { evaluateGates } from '.';
import { NOW, judge } from './__testUtils__/judge';

describe('approval', () => {
  const request = { author: 'alice', pushers: ['alice', 'pam'], content: 'h1' };
  const review = (by: string, state: string, time = '09:00', content = 'h1') =>
    ({ by, state, at: `2026-03-10T${time}:00Z`, content } as never);

  it.each<[string, object, unknown[], string[]]>([
    [
      'of other content',
      { required: 1 },
      [review('bob', 'approved', '09:00', 'h0')],
      ['pending', 'approval.missing 1', 'approval.not-counted bob (stale)'],
    ],
    [
      'by a bot and the author',
      { required: 1 },
      [review('dep[bot]', 'approved'), review('alice', 'approved')],
      [
        'pending',
        'approval.missing 1',
        'approval.not-counted dep[bot] (bot)',
        'approval.not-counted alice (author)',
      ],
    ],
    [
      'twice by one person is one',
      { required: 2 },
      [review('bob', 'approved'), review('bob', 'approved', '10:00')],
      ['pending', 'approval.missing 1'],
    ],
    [
      'after asking for changes',
      { required: 1 },
      [
        review('bob', 'approved', '10:00'),
        review('bob', 'changesRequested', '09:00'),
      ],
      ['pass', 'approval.enough'],
    ],
    [
      'asking for changes after approving',
      { required: 0 },
      [
        review('bob', 'approved', '09:00'),
        review('bob', 'changesRequested', '10:00'),
      ],
      ['fail', 'approval.changes-requested bob'],
    ],
    [
      'a dismissed request for changes is no approval that does not count',
      { required: 0 },
      [
        review('bob', 'changesRequested', '09:00'),
        review('bob', 'dismissed', '10:00'),
      ],
      ['pass', 'approval.enough'],
    ],
    [
      'by a group',
      { required: 1, groups: { platform: 2, unheard: 1 } },
      [review('dave', 'approved')],
      [
        'pending',
        'approval.group-missing platform 1',
        'approval.group-missing unheard 1',
      ],
    ],
  ])('%s', (_, approval, reviews, expected) => {
    const facts = { request, reviews, groups: { platform: ['dave', 'dora'] } };
    expect(
      judge('approval', { ...facts, rules: { approval } } as never),
    ).toEqual(expected);
  });

  it('that cannot be read is pending, also in an emergency', () => {
    const { gates, decision } = evaluateGates({
      now: NOW,
      to: 'production',
      rules: {
        approval: { required: 1 },
        override: { mayRelax: ['approval'], minApprovals: 0 },
      },
      reviews: { unknown: 'forge down' },
      override: {
        by: 'a',
        reason: 'r',
        incident: 'i',
        permitted: true,
        expires: '2026-03-11T00:00:00Z',
      },
    });
    expect(gates.approval?.verdict).toBe('pending');
    expect(decision).toBe('wait');
  });
});
