// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('change_requests', table => {
    table.comment(
      'Change requests of all repositories: what is proposed, by whom, and how it ended',
    );
    table.increments('id').comment('Number people see');
    table.string('repository').notNullable().comment('Configured name');
    table
      .string('type')
      .notNullable()
      .comment('promotion, claim, hotfix, backport or change');
    table.string('service').notNullable();
    table.string('from_environment').nullable();
    table.string('to_environment').notNullable();
    table
      .text('way')
      .notNullable()
      .comment('Equal for all requests that do the same thing');
    table
      .text('open_way')
      .nullable()
      .comment(
        'Repository and way while not ended: one such request at a time',
      );
    table
      .string('state')
      .notNullable()
      .comment('preparing, open, merged or closed');
    table.text('title').notNullable();
    table.text('description').notNullable();
    table.text('trailers').notNullable().comment('JSON list of lines');
    table.string('author').notNullable().comment('Entity ref');
    table
      .text('pushers')
      .notNullable()
      .comment('JSON list of entity refs: who wrote its content');
    table.string('branch').notNullable();
    table.string('base_commit', 64).notNullable().comment('Planned on');
    table.string('head_commit', 64).notNullable().comment('Of the branch');
    table
      .string('published_commit', 64)
      .notNullable()
      .comment('Head that the portal wrote; another head came from outside');
    table
      .string('content', 64)
      .notNullable()
      .comment('Hash of what would be written; reviews are of a content');
    table.text('fields', 'longtext').notNullable().comment('JSON, as shown');
    table.text('files', 'longtext').notNullable().comment('JSON, as shown');
    table.text('gates', 'longtext').notNullable().comment('JSON, last judged');
    table
      .text('target', 'longtext')
      .notNullable()
      .comment('JSON: how it stands to its target branch, last looked at');
    table.string('forge').notNullable().comment('Who holds the conversation');
    table.integer('forge_number').nullable();
    table.text('forge_url').nullable();
    table
      .text('intent', 'longtext')
      .nullable()
      .comment('JSON: a step that was begun; a start after a crash ends it');
    table.string('merged_commit', 64).nullable();
    table.string('merged_by').nullable();
    table.string('merged_at', 32).nullable().comment('RFC 3339');
    table.string('closed_by').nullable();
    table.string('closed_at', 32).nullable().comment('RFC 3339');
    table.string('opened_at', 32).notNullable().comment('RFC 3339');
    table
      .integer('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Counts writes, so that none overwrites another unseen');
    table.unique(['open_way'], { indexName: 'change_requests_open_way_uniq' });
    table.index(['service', 'state'], 'change_requests_service_state_idx');
    table.index(['repository', 'state'], 'change_requests_repository_idx');
  });

  await knex.schema.createTable('change_request_reviews', table => {
    table.comment('What people said of a change request');
    table.increments('id');
    table
      .integer('request_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('change_requests')
      .onDelete('CASCADE');
    table.string('reviewer').notNullable().comment('Entity ref or login');
    table
      .string('state')
      .notNullable()
      .comment('approved, changesRequested or commented');
    table.text('comment').nullable();
    table
      .string('content', 64)
      .notNullable()
      .comment('Hash of the content that was looked at');
    table.string('at', 32).notNullable().comment('RFC 3339');
    table.unique(['request_id', 'reviewer', 'state', 'at'], {
      indexName: 'change_request_reviews_uniq',
    });
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('change_request_reviews');
  await knex.schema.dropTable('change_requests');
};
