import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { scaleService } from '../../__fixtures__';
import { atPictureTime, card, renderTab } from './__testUtils__/renderTab';

atPictureTime();

describe('many environments and resources', () => {
  it('walks the rail with the arrow keys and shows the focused one with its neighbours', async () => {
    const user = userEvent.setup();
    renderTab(scaleService);

    await card('staging');
    const rail = within(
      screen.getByRole('navigation', { name: 'All environments' }),
    );
    expect(rail.getAllByRole('button')).toHaveLength(9);
    const current = () =>
      rail
        .getAllByRole('button')
        .find(button => button.hasAttribute('aria-current'))?.textContent;
    expect(current()).toContain('staging');
    expect(screen.getAllByRole('article')).toHaveLength(3);

    rail.getByRole('button', { name: /staging/ }).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');

    expect(current()).toContain('prod-eu');
    expect(await card('prod-us')).toBeVisible();
    expect(screen.queryByRole('article', { name: /^qa/ })).toBeNull();
  });

  it('groups by kind, opens a kind on all cards, and filters by name', async () => {
    const user = userEvent.setup();
    renderTab(scaleService);

    const staging = within(await card('staging'));
    expect(staging.getByText('Needs attention')).toBeVisible();
    expect(staging.getByText('basket-cache')).toBeVisible();
    expect(staging.queryByText('checkout-service-3')).toBeNull();

    await user.click(staging.getByRole('button', { name: /^Service 9/ }));
    expect(screen.getAllByText('checkout-service-3')).toHaveLength(3);

    await user.type(
      screen.getByRole('searchbox', { name: 'Filter 40 resources' }),
      'worker',
    );
    expect(screen.getAllByText('checkout-worker')).toHaveLength(3);
    expect(screen.queryByText('checkout-service-3')).toBeNull();
  });
});
