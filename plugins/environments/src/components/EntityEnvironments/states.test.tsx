import { ConflictError, ResponseError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { userService } from '../../__fixtures__';
import {
  atPictureTime,
  card,
  renderTab,
  signalChange,
  stateOf,
} from './__testUtils__/renderTab';

atPictureTime();

describe('states', () => {
  it('turns a silent cluster grey, says since when, and tries again', async () => {
    const refresh = jest.fn(async () => {});
    renderTab(stateOf('unreachable'), { refresh });

    const production = within(await card('production'));
    expect(production.getByText('as of 14:02')).toBeVisible();
    expect(
      production.getByText('prod-eu1 does not answer, since 14:02'),
    ).toBeVisible();
    expect(
      production.getByRole('link', { name: 'Unknown, was healthy' }),
    ).toBeVisible();
    expect(
      production.queryByRole('img', { name: 'Healthy' }),
    ).not.toBeInTheDocument();
    await userEvent.click(production.getByRole('button', { name: 'Try now' }));
    expect(refresh).toHaveBeenCalledWith({ service: 'user-service' });
  });

  it('names the file that cannot be read, and nothing else breaks', async () => {
    renderTab(stateOf('invalid'));

    const staging = within(await card('staging'));
    expect(staging.getByText('1 file cannot be read')).toBeVisible();
    expect(staging.getByText('redis-cache.yaml:12')).toBeVisible();
    expect(staging.getByText('unreadable in Git')).toBeVisible();
    expect(staging.getByText('user-database')).toBeVisible();
  });

  it('keeps the place of an environment that may not be seen', async () => {
    const { container } = renderTab(stateOf('denied'));

    const production = within(await card('production'));
    expect(production.getByText('You may not see production')).toBeVisible();
    expect(production.getByText('environments.environment.read')).toBeVisible();
    expect(production.queryByText('Deployed')).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says which lines connect a service that was not found', async () => {
    renderTab(async () => {
      throw await ResponseError.fromResponse(
        new Response(
          JSON.stringify({
            error: { name: 'NotFoundError', message: 'No such service.' },
            response: { statusCode: 404 },
          }),
          { status: 404, headers: { 'Content-Type': 'application/json' } },
        ),
      );
    });

    expect(
      await screen.findByRole('heading', {
        name: 'Connect user-service to its environments',
      }),
    ).toBeVisible();
    expect(
      screen.getByText(/stagecraft\.io\/service: user-service/),
    ).toBeVisible();
  });

  it('says what failed and reads again on request', async () => {
    let fails = true;
    renderTab(async () => {
      if (fails) {
        throw new ConflictError('The index is being rebuilt.');
      }
      return userService;
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The index is being rebuilt.',
    );
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await card('dev')).toBeVisible();
  });

  it('reads again when the backend says so, and announces changed health only', async () => {
    let answer = stateOf('quiet');
    const read = jest.fn(async () => answer);
    renderTab(read);
    await card('production');
    const status = () => screen.getByRole('status').textContent;
    expect(status()).toBe('');

    answer = {
      ...answer,
      environments: answer.environments.map(env =>
        env.state === 'read' && env.name === 'production'
          ? { ...env, health: { ...env.health, status: 'Degraded' } }
          : env,
      ),
    };
    signalChange('other');
    expect(read).toHaveBeenCalledTimes(1);
    signalChange('user-service');

    await waitFor(() => expect(status()).toBe('production is now degraded'));
  });
});
