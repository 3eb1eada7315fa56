import { GateFacts } from '.';
import { NOW, judge } from './__testUtils__/judge';

describe('health', () => {
  const rules = { health: { maxAge: '5m' } };
  const seen = (status: string, observedAt = NOW) =>
    ({
      observedAt,
      resources: [{ resource: 'A/a', status }],
    } as GateFacts['health']);

  it.each<[string, GateFacts['health'], string[]]>([
    ['degraded', seen('Degraded'), ['fail', 'health.degraded A/a']],
    ['missing', seen('Missing'), ['pending', 'health.waiting A/a']],
    ['unknown', seen('Unknown'), ['pending', 'health.unknown A/a']],
    [
      'five minutes old',
      seen('Healthy', '2026-03-10T11:55:00Z'),
      ['pass', 'health.healthy'],
    ],
    [
      'older',
      seen('Healthy', '2026-03-10T11:54:59Z'),
      ['pending', 'health.stale'],
    ],
    [
      'nothing there',
      { observedAt: NOW, resources: [] },
      ['pending', 'health.unknown (there are no resources to observe)'],
    ],
    [
      'not given',
      undefined,
      ['pending', 'health.unknown (nothing was observed)'],
    ],
  ])('%s', (_, health, expected) => {
    expect(judge('health', { health, rules })).toEqual(expected);
  });
});

describe('soak', () => {
  const rules = { soak: { for: '2h' } };
  const at = (time: string, status: string) => ({
    at: `2026-03-10T${time}:00Z`,
    status,
  });
  const soak = (deployed: string, ...history: object[]) =>
    ({
      deployedAt: `2026-03-10T${deployed}:00Z`,
      history,
    } as GateFacts['soak']);

  it.each<[string, GateFacts['soak'], string[]]>([
    [
      'unhealthy in between starts again',
      soak(
        '08:00',
        at('07:00', 'Healthy'),
        at('10:00', 'Degraded'),
        at('10:30', 'Healthy'),
      ),
      ['pending', 'soak.short 2026-03-10T12:30:00Z', 'soak.restarted'],
    ],
    [
      'unhealthy now',
      soak('08:00', at('07:00', 'Healthy'), at('11:59', 'Degraded')),
      ['pending', 'soak.short 2026-03-10T14:00:00Z', 'soak.restarted'],
    ],
    [
      'healthy for long, then not observed',
      soak('08:00', at('07:00', 'Healthy'), at('11:00', 'Unknown')),
      ['pass', 'soak.met', 'soak.paused'],
    ],
    [
      'never observed',
      soak('08:00'),
      ['pending', 'soak.short 2026-03-10T14:00:00Z', 'soak.paused'],
    ],
    [
      'changes out of order and after now',
      soak(
        '08:00',
        at('13:00', 'Degraded'),
        at('11:00', 'Healthy'),
        at('07:00', 'Progressing'),
      ),
      ['pending', 'soak.short 2026-03-10T13:00:00Z'],
    ],
    [
      'unreadable time',
      { deployedAt: 'soon' },
      ['pending', 'soak.unknown (the time of the deployment cannot be told)'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(judge('soak', { soak: facts, rules })).toEqual(expected);
  });

  it('does not guess what an odd duration means', () => {
    expect(
      judge('soak', { soak: soak('08:00'), rules: { soak: { for: '1 day' } } }),
    ).toEqual(['pending', 'soak.unknown (1 day is not a duration)']);
  });
});
