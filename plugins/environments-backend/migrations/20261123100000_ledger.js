// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('environments_services', table => {
    table.comment('Services as they were last computed, one row each');
    table.text('repository').notNullable().comment('Name of the repository');
    table.text('service').notNullable().comment('Name of the service');
    table
      .text('data')
      .notNullable()
      .comment('Steps between the environments, as JSON');
    table
      .string('version', 64)
      .notNullable()
      .comment('Hash over everything stored of the service');
    table.primary(['repository', 'service']);
  });

  await knex.schema.createTable('environments_cards', table => {
    table.comment('One environment of a service each: what its card shows');
    table.text('repository').notNullable().comment('Name of the repository');
    table.text('service').notNullable().comment('Name of the service');
    table.text('environment').notNullable().comment('Name of the environment');
    table
      .integer('position')
      .notNullable()
      .comment('Place in promotion order, from 0');
    table
      .text('data', 'longtext')
      .notNullable()
      .comment('The card as JSON; Secret values are not in it');
    table
      .string('version', 64)
      .notNullable()
      .comment('Hash over data, to leave equal rows alone');
    table.primary(['repository', 'service', 'environment']);
  });

  await knex.schema.createTable('environments_drift', table => {
    table.comment('Fields in which a cluster differs from Git');
    table.text('service').notNullable().comment('Name of the service');
    table.text('environment').notNullable().comment('Name of the environment');
    table.text('resource').notNullable().comment('Kind/name');
    table.text('path').notNullable().comment('Field; empty for the resource');
    table
      .string('first_seen', 32)
      .notNullable()
      .comment('When the difference was first seen, RFC 3339');
    table.text('data').notNullable().comment('The difference as JSON');
    table.primary(['service', 'environment', 'resource', 'path']);
  });

  await knex.schema.createTable('environments_snapshots', table => {
    table.comment('Last live values seen, the proof for removed fields');
    table.text('cluster').notNullable().comment('Name of the cluster');
    table.text('key').notNullable().comment('group/Kind/namespace/name');
    table
      .string('at', 32)
      .notNullable()
      .comment('When the values were last seen, RFC 3339');
    table
      .text('data', 'longtext')
      .notNullable()
      .comment('The object as JSON; Secret values are hashes');
    table.primary(['cluster', 'key']);
  });

  await knex.schema.createTable('environments_states', table => {
    table.comment('How clusters and repositories were when last looked at');
    table.string('type', 16).notNullable().comment('cluster or repository');
    table.text('name').notNullable().comment('Name from the configuration');
    table.text('data').notNullable().comment('The state as JSON');
    table.primary(['type', 'name']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('environments_states');
  await knex.schema.dropTable('environments_snapshots');
  await knex.schema.dropTable('environments_drift');
  await knex.schema.dropTable('environments_cards');
  await knex.schema.dropTable('environments_services');
};
