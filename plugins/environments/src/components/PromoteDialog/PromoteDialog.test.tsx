import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { createFixtureApi, plan, planWith } from '../../__fixtures__';
import { renderScreen } from '../../__testUtils__';
import { EnvironmentsApi } from '../../api';
import { PromoteDialog } from './PromoteDialog';

const TTL = {
  resource: 'ConfigMap/user-service-config',
  path: 'data.SESSION_TTL',
};

function setup(api: Partial<EnvironmentsApi> = {}) {
  const fixture = createFixtureApi();
  const planPromotion = jest.fn(fixture.planPromotion);
  const createChangeRequest = jest.fn(fixture.createChangeRequest);
  const onClose = jest.fn();
  renderScreen(
    <PromoteDialog
      service="user-service"
      from="dev"
      to="staging"
      entityRef="component:default/user-service"
      onClose={onClose}
    />,
    { api: { planPromotion, createChangeRequest, ...api } },
  );
  return {
    user: userEvent.setup(),
    planPromotion,
    createChangeRequest,
    onClose,
  };
}

const create = () =>
  screen.findByRole('button', { name: 'Create change request' });

describe('the plan', () => {
  it('says what is decided, taken and kept, in which files, behind which gates', async () => {
    setup();

    const dialog = await screen.findByRole('dialog', {
      name: 'Promote user-service from dev to staging',
    });
    expect(await within(dialog).findByText('Decide 1')).toBeVisible();
    expect(
      within(dialog).getByText(
        'dev 9c1e4a2 into staging 7d03b1e. Base: last promotion, 12 Nov, at 4f2a91c.',
      ),
    ).toBeVisible();
    const takes = within(
      within(dialog).getByRole('region', { name: 'Takes from dev' }),
    );
    expect(takes.getByText('pays INC-42')).toBeVisible();
    expect(
      within(
        within(dialog).getByRole('region', { name: 'Keeps in staging' }),
      ).getByText('not in dev'),
    ).toBeVisible();
    expect(within(dialog).getByText('waits for you')).toBeVisible();
    expect(within(dialog).getByText('5 of 8 pass')).toBeVisible();
    expect(await axe(dialog)).toHaveNoViolations();
  });

  it('starts on the first field to decide', async () => {
    setup();

    const radios = await screen.findAllByRole('radio', {
      name: /Keep staging/,
    });
    await waitFor(() => expect(radios[0]).toHaveFocus());
  });

  it('writes bold words of the description bold instead of showing their stars', async () => {
    setup();

    expect(await screen.findByText('Validated in dev')).toHaveProperty(
      'tagName',
      'B',
    );
    expect(screen.queryByText(/\*\*/)).not.toBeInTheDocument();
  });

  it('without a base says that everything needs a decision', async () => {
    setup({ planPromotion: async () => ({ ...plan, base: undefined }) });

    expect(
      await screen.findByText(/No earlier promotion found: everything that/),
    ).toBeVisible();
    expect(screen.getByText('no common base')).toBeVisible();
  });

  it('that cannot be made says why and can be asked for again', async () => {
    const planPromotion = jest
      .fn<ReturnType<EnvironmentsApi['planPromotion']>, []>()
      .mockRejectedValueOnce(new Error('staging cannot be read.'))
      .mockResolvedValue(plan);
    const { user } = setup({ planPromotion });

    expect(await screen.findByText('staging cannot be read.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /again|Try/i }));
    expect(await screen.findByText('Decide 1')).toBeVisible();
  });

  it('without anything to promote says so and offers no request', async () => {
    setup({
      planPromotion: async () => ({
        ...plan,
        fields: [],
        files: [],
        toDecide: 0,
        empty: true,
      }),
    });

    expect(await screen.findByText('Nothing to promote')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Create change request' }),
    ).not.toBeInTheDocument();
  });
});

describe('deciding', () => {
  it('asks for the plan again, keeps the focus, and lets the request be made', async () => {
    const { user, planPromotion, createChangeRequest } = setup();

    expect(await create()).toBeDisabled();
    expect(screen.getByText('Decide 1 field to continue.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /Take dev/ }));

    expect(planPromotion).toHaveBeenLastCalledWith(
      'user-service',
      expect.objectContaining({ decisions: [{ ...TTL, choose: 'source' }] }),
    );
    expect(await screen.findByText('Decided 1')).toBeVisible();
    expect(screen.getByRole('radio', { name: /Take dev/ })).toHaveFocus();
    expect(
      screen.getByText('Merging will wait for soak and approval.'),
    ).toBeVisible();
    await waitFor(async () => expect(await create()).toBeEnabled());

    await user.click(await create());
    expect(createChangeRequest).toHaveBeenCalledWith(
      expect.objectContaining({
        type: 'promotion',
        service: 'user-service',
        from: 'dev',
        to: 'staging',
        dryRun: false,
        decisions: [{ ...TTL, choose: 'source' }],
      }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('status', { name: 'address', hidden: true }),
      ).toHaveTextContent('/environments/requests/157'),
    );
  });

  it('can be for a value of neither side', async () => {
    const { user, planPromotion } = setup();

    await user.click(await screen.findByRole('radio', { name: 'Other value' }));
    await user.type(
      screen.getByRole('textbox', { name: 'Other value for data.SESSION_TTL' }),
      '25m',
    );
    await user.click(screen.getByRole('button', { name: 'Use' }));
    await waitFor(() =>
      expect(planPromotion).toHaveBeenLastCalledWith(
        'user-service',
        expect.objectContaining({
          decisions: [{ ...TTL, choose: 'value', value: '25m' }],
        }),
      ),
    );
  });

  it('takes back what would be taken', async () => {
    const { user, planPromotion } = setup();

    const version = within(
      await screen.findByRole('radiogroup', {
        name: 'What to do with spec.parameters.version',
      }),
    );
    expect(version.getByRole('radio', { name: 'Take' })).toBeChecked();
    await user.click(version.getByRole('radio', { name: 'Keep' }));
    expect(planPromotion).toHaveBeenLastCalledWith(
      'user-service',
      expect.objectContaining({
        decisions: [
          {
            resource: 'XRedisCache/user-session-cache',
            path: 'spec.parameters.version',
            choose: 'target',
          },
        ],
      }),
    );
  });
});

describe('before the request', () => {
  it('a dry run says what would be written and that nothing was', async () => {
    const { user, createChangeRequest } = setup();

    await user.click(await screen.findByRole('radio', { name: /Take dev/ }));
    await screen.findByText('Decided 1');
    await user.click(screen.getByRole('button', { name: 'Dry run' }));
    expect(
      await screen.findByText(
        /^Dry run passed at .*: 2 files, 3 lines added, 2 removed. Nothing was written.$/,
      ),
    ).toBeVisible();
    expect(createChangeRequest).toHaveBeenCalledTimes(1);
    expect(createChangeRequest.mock.calls[0][0].dryRun).toBe(true);
  });

  it('the text can be changed', async () => {
    const { user, createChangeRequest } = setup();

    await user.click(await screen.findByRole('radio', { name: /Take dev/ }));
    await screen.findByText('Decided 1');
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    const title = screen.getByRole('textbox', { name: 'Title' });
    await user.clear(title);
    await user.type(title, 'Redis 7.2');
    await user.click(await create());
    await waitFor(() =>
      expect(createChangeRequest).toHaveBeenCalledWith(
        expect.objectContaining({ title: 'Redis 7.2' }),
      ),
    );
  });

  it('an open request of the same way is updated', async () => {
    setup({ planPromotion: async () => ({ ...plan, openRequest: 157 }) });

    expect(
      await screen.findByRole('button', { name: 'Update #157' }),
    ).toBeDisabled();
  });

  it('a file that cannot be edited stops it and is named', async () => {
    const file = { ...plan.files[0], refused: 'an anchor is shared' };
    setup({
      planPromotion: async () => ({
        ...planWith([{ ...TTL, choose: 'target' }]),
        files: [file],
      }),
    });

    expect(
      await screen.findByText(`A file cannot be edited safely: ${file.path}.`),
    ).toBeVisible();
    expect(await create()).toBeDisabled();
  });
});

describe('leaving', () => {
  it('closes at once on Escape as long as nothing was decided', async () => {
    const { user, onClose } = setup();

    await screen.findByText('Decide 1');
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('asks first when something was decided', async () => {
    const { user, onClose } = setup();

    await user.click(await screen.findByRole('radio', { name: /Take dev/ }));
    await screen.findByText('Decided 1');
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Drop what you decided?')).toBeVisible();
    expect(onClose).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Go on deciding' }));
    expect(await create()).toBeVisible();
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Drop it' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});
