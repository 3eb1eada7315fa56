import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Card,
  CardBody,
  CardHeader,
  Container,
  Flex,
  Switch,
  Text,
} from '@backstage/ui';
import { useCallback, useEffect, useState } from 'react';
import { CommandLine } from './CommandLine';
import { HandChange, SandboxState, useSandbox } from './sandboxApi';
import styles from './SandboxPage.module.css';

const HAND_CHANGES: Array<{ change: HandChange; label: string }> = [
  { change: 'replicas', label: 'Change replicas to 5' },
  { change: 'paused', label: 'Pause Crossplane' },
  { change: 'backupRetention', label: 'Remove the backup retention' },
];

/** Reads the state of the sandbox, and again after each button. */
function useSandboxState() {
  const sandbox = useSandbox();
  const toasts = useApi(toastApiRef);
  const [state, setState] = useState<SandboxState>();
  const [error, setError] = useState<Error>();

  const read = useCallback(
    () => sandbox.state().then(setState, setError),
    [sandbox],
  );
  useEffect(() => {
    read();
  }, [read]);

  const act = async (title: string, action: () => Promise<unknown>) => {
    try {
      await action();
      toasts.post({ title, status: 'success', timeout: 6000 });
    } catch (e) {
      toasts.post({ title: (e as Error).message, status: 'danger' });
    }
    await read();
  };
  return { sandbox, state, error, act };
}

/** Plays the world outside: somebody with kubectl, a cluster that is gone, a bad push. */
export function SandboxPage() {
  const { sandbox, state, error, act } = useSandboxState();
  return (
    <Container>
      <div className={styles.page}>
        <Text as="p" color="secondary">
          Play the world outside. Then look at the environments of user-service
          and see what the portal makes of it.
        </Text>
        {error && <Alert status="danger" title={error.message} />}
        <Card>
          <CardHeader>
            <h2 className={styles.title}>Change production by hand</h2>
          </CardHeader>
          <CardBody>
            <Text as="p" variant="body-small" color="secondary">
              As kubectl does, past Git: the database of user-service.
            </Text>
            <Flex gap="2" className={styles.buttons}>
              {HAND_CHANGES.map(({ change, label }) => (
                <Button
                  key={change}
                  variant="secondary"
                  onPress={() =>
                    act('Production changed by hand', () =>
                      sandbox.changeByHand([change]),
                    )
                  }
                >
                  {label}
                </Button>
              ))}
              <Button
                variant="secondary"
                onPress={() =>
                  act('Argo CD takes production back', () =>
                    sandbox.setSelfHeal('user-service-production', true),
                  )
                }
              >
                Turn self-heal on
              </Button>
              <Button
                variant="secondary"
                onPress={() =>
                  act('Argo CD leaves production alone', () =>
                    sandbox.setSelfHeal('user-service-production', false),
                  )
                }
              >
                Turn self-heal off
              </Button>
            </Flex>
            {state?.tryThis.map(line => (
              <CommandLine key={line.title} {...line} />
            ))}
          </CardBody>
        </Card>
        <Card>
          <CardHeader>
            <h2 className={styles.title}>Clusters</h2>
          </CardHeader>
          <CardBody>
            <Flex direction="column" gap="3">
              {state?.clusters.map(cluster => (
                <Switch
                  key={cluster.name}
                  label={`${cluster.name} answers`}
                  isSelected={cluster.reachable}
                  onChange={reachable =>
                    act(
                      `${cluster.name} ${
                        reachable ? 'answers again' : 'is gone'
                      }`,
                      () => sandbox.setReachable(cluster.name, reachable),
                    )
                  }
                />
              ))}
            </Flex>
          </CardBody>
        </Card>
        <Card>
          <CardHeader>
            <h2 className={styles.title}>A file that cannot be read</h2>
          </CardHeader>
          <CardBody>
            <Text as="p" variant="body-small" color="secondary">
              Lea Brandt pushes a mistake into the cache of staging.
            </Text>
            <Flex gap="2" className={styles.buttons}>
              <Button
                variant="secondary"
                onPress={() => act('Mistake pushed', () => sandbox.breakFile())}
              >
                Push the mistake
              </Button>
              <Button
                variant="secondary"
                onPress={() =>
                  act('Mistake taken back', () => sandbox.repairFile())
                }
              >
                Take it back
              </Button>
            </Flex>
          </CardBody>
        </Card>
      </div>
    </Container>
  );
}
