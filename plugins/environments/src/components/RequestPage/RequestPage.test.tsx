import { ChangeRequest } from '@stagecraft/plugin-environments-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { ownRequest, readyRequest, request } from '../../__fixtures__';
import { renderScreen } from '../../__testUtils__';
import { EnvironmentsApi } from '../../api';
import { RequestsPage } from '../RequestsPage';

function setup(shown: ChangeRequest, api: Partial<EnvironmentsApi> = {}) {
  const { container } = renderScreen(<RequestsPage />, {
    at: '/environments/requests/157',
    mountPath: '/environments/requests',
    api: { getChangeRequest: async () => shown, ...api },
  });
  return { container, user: userEvent.setup() };
}

const title = () =>
  screen.findByRole('heading', { name: /Promote: user-service to staging/ });
const button = (name: string) => screen.queryByRole('button', { name });

it('shows what is taken, decided and kept, the files and the gates', async () => {
  const { container } = setup(request);

  expect(await title()).toHaveTextContent('#157');
  const changes = within(screen.getByRole('region', { name: 'Changes' }));
  const rows = changes.getAllByRole('row').slice(1);
  expect(rows.map(row => row.textContent)).toEqual([
    'user-service-configSESSION_TTL"45m""30m"decided by hand',
    'user-session-cacheversion"7.0""7.2"from dev',
    'user-session-cachemaxMemoryPolicynot setallkeys-lrupays INC-42',
    'user-session-cachesize, backup, replicasmedium, true, 3kept',
  ]);
  const files = within(screen.getByRole('region', { name: 'Files' }));
  expect(files.getByText('redis-cache.yaml')).toBeVisible();
  expect(screen.getByText('6 of 8 pass, checked 14:30')).toBeVisible();
  expect(screen.getByText('Is 30m meant for staging too?')).toBeVisible();
  expect(screen.getByText('Takes')).toHaveProperty('tagName', 'B');
  expect(await axe(container)).toHaveNoViolations();
});

describe('the merge box', () => {
  it('lets a reviewer approve, and says what the merge waits for', async () => {
    const reviewChangeRequest = jest.fn(async () => readyRequest);
    const { user } = setup(request, { reviewChangeRequest });

    await title();
    expect(screen.getByText('Merge waits for 2 gates')).toBeVisible();
    expect(button('Merge')).toBeDisabled();
    expect(
      screen.getByText('Two gates wait: soak time and one approval.'),
    ).toBeVisible();
    await user.click(button('Approve')!);
    expect(reviewChangeRequest).toHaveBeenCalledWith(157, {
      verdict: 'approve',
      comment: undefined,
      headCommit: request.headCommit,
    });
  });

  it('shows the author no Approve but the reason', async () => {
    setup(ownRequest);

    await title();
    expect(button('Approve')).toBeNull();
    expect(button('Request changes')).toBeNull();
    expect(
      screen.getByText(/You opened it; another person has to approve\./),
    ).toBeVisible();
  });

  it('merges the content that was looked at, once that is allowed', async () => {
    const mergeChangeRequest = jest.fn(async () => readyRequest);
    const { user } = setup(readyRequest, { mergeChangeRequest });

    await title();
    expect(button('Merge')).toBeEnabled();
    await user.click(button('Merge')!);
    expect(mergeChangeRequest).toHaveBeenCalledWith(157, {
      headCommit: readyRequest.headCommit,
    });
  });

  it('says what the backend said when a merge fails', async () => {
    const { user } = setup(readyRequest, {
      mergeChangeRequest: async () => {
        throw new Error('staging has moved on.');
      },
    });

    await title();
    await user.click(button('Merge')!);
    expect(
      await screen.findByText('staging has moved on.'),
    ).toBeInTheDocument();
  });

  it('says that the target has moved on, and which files are in conflict', async () => {
    setup({
      ...request,
      target: { state: 'conflict', files: ['redis-cache.yaml'] },
    });

    await title();
    expect(
      screen.getByText(/staging has moved on.*redis-cache\.yaml/),
    ).toBeVisible();
  });

  it.each<[ChangeRequest['state'], RegExp]>([
    ['merged', /^Merged/],
    ['closed', /^Closed/],
  ])('offers nothing once it is %s', async (state, words) => {
    setup({ ...readyRequest, state, mergedCommit: 'd00dfee' });

    await title();
    expect(
      screen.getByRole('heading', { level: 2, name: words }),
    ).toBeVisible();
    for (const name of ['Approve', 'Merge', 'Close', 'Comment']) {
      expect(button(name)).toBeNull();
    }
  });
});

it('sends a comment, and only one that says something', async () => {
  const reviewChangeRequest = jest.fn(async () => request);
  const { user } = setup(request, { reviewChangeRequest });

  await title();
  expect(button('Comment')).toBeDisabled();
  await user.type(screen.getByRole('textbox'), ' Looks right. ');
  await user.click(button('Comment')!);
  await waitFor(() =>
    expect(reviewChangeRequest).toHaveBeenCalledWith(
      157,
      expect.objectContaining({
        verdict: 'comment',
        comment: 'Looks right.',
      }),
    ),
  );
});

it('closes', async () => {
  const closeChangeRequest = jest.fn(async () => request);
  const { user } = setup(request, { closeChangeRequest });

  await title();
  await user.click(button('Close')!);
  expect(closeChangeRequest).toHaveBeenCalledWith(157);
});

it('says that there is no such request', async () => {
  setup(request, {
    getChangeRequest: async () => {
      throw new Error('No change request #157.');
    },
  });

  expect(await screen.findByText('No change request #157.')).toBeVisible();
});
