import { EffectiveResource } from '@stagecraft/engine';
import { CommandModule } from 'yargs';
import { Io, printJson } from '../io';
import { originText, resourceText } from '../text';
import {
  RepositoryArgs,
  readLayout,
  repositoryOptions,
  resourcesOf,
  showProblems,
  withoutSecrets,
} from './repositoryOptions';

type Args = RepositoryArgs & { env?: string };

function toJson(resource: EffectiveResource) {
  const { manifest, shadowed, ...rest } = withoutSecrets(resource);
  return {
    ...rest,
    object: manifest.object,
    origin: manifest.origin,
    shadowed: shadowed.map(item => item.origin),
  };
}

function show(io: Io, resource: EffectiveResource): void {
  const { manifest, application, service, shadowed, hook } = resource;
  const facts = [
    manifest.namespace && `namespace ${manifest.namespace}`,
    application && `application ${application}`,
    service && `service ${service}`,
    hook && 'hook',
  ].filter(Boolean);
  io.out(`  ${resourceText(resource)}  ${originText(manifest.origin)}`);
  io.out(facts.length > 0 ? `  (${facts.join(', ')})\n` : '\n');
  for (const { origin } of shadowed) {
    io.out(`    shadows ${originText(origin)}\n`);
  }
}

/** `effective DIR`: what each environment really contains. */
export function effectiveCommand(
  io: Io,
  done: (code: number) => void,
): CommandModule<{}, Args> {
  return {
    command: 'effective <dir>',
    describe: 'What each environment contains, and where it is written',
    builder: parser =>
      repositoryOptions(parser).option('env', {
        type: 'string',
        describe: 'Only this environment',
      }),
    handler: async args => {
      const { repository, layout } = await readLayout(io, args);
      const names = layout.environments.map(item => item.name);
      const environments = (args.env ? [args.env] : names).map(name => ({
        name,
        resources: resourcesOf(layout, name, args.service),
      }));
      if (args.json) {
        printJson(io, {
          commit: repository.commit,
          environments: environments.map(({ name, resources }) => ({
            name,
            resources: resources.map(toJson),
          })),
          problems: layout.problems,
        });
      } else {
        for (const { name, resources } of environments) {
          io.out(`${name}\n`);
          resources.forEach(resource => show(io, resource));
        }
        if (environments.length === 0) {
          io.err('There are no environments here, nor Argo CD Applications.\n');
        }
        showProblems(io, layout, args.env ? [args.env] : undefined);
      }
      done(0);
    },
  };
}
