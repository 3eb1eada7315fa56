import { isInEnvironment, isService, isServiceOwner } from './rules';

const resource = {
  service: 'shop',
  environment: 'production',
  owner: 'shop-team',
};

describe('permission rules', () => {
  it.each([
    [['production'], true],
    [['dev', 'staging'], false],
    [[], false],
  ])('IS_IN_ENVIRONMENT %j is %s', (environments, expected) => {
    expect(isInEnvironment.apply(resource, { environments })).toBe(expected);
  });

  it.each([
    [['shop'], true],
    [['sho'], false],
  ])('IS_SERVICE %j is %s', (services, expected) => {
    expect(isService.apply(resource, { services })).toBe(expected);
  });

  it.each([
    [['shop-team'], true],
    [['group:default/shop-team'], true],
    [['group:default/other-team'], false],
  ])('IS_SERVICE_OWNER %j is %s', (groups, expected) => {
    expect(isServiceOwner.apply(resource, { groups })).toBe(expected);
    expect(
      isServiceOwner.apply({ ...resource, owner: undefined }, { groups }),
    ).toBe(false);
  });
});
