import { Avatar, Card, CardBody, Text } from '@backstage/ui';
import type { Person } from './people';
import styles from './PeopleList.module.css';

interface PeopleListProps {
  people: Person[];
  onChoose(user: string): void;
}

export function PeopleList({ people, onChoose }: PeopleListProps) {
  return (
    <main className={styles.page}>
      <Card className={styles.card}>
        <CardBody>
          <Text as="h1" variant="title-small" weight="bold">
            Who are you today?
          </Text>
          <Text as="p" color="secondary" className={styles.intro}>
            This portal runs in a sandbox. Nobody approves their own change, so
            come back as somebody else for that.
          </Text>
          <ul className={styles.people}>
            {people.map(person => (
              <li key={person.user}>
                <button
                  type="button"
                  className={styles.person}
                  onClick={() => onChoose(person.user)}
                >
                  <Avatar
                    name={person.name}
                    src=""
                    size="small"
                    purpose="decoration"
                  />
                  <span>
                    <span className={styles.name}>{person.name}</span>
                    <span className={styles.role}>{person.role}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </CardBody>
      </Card>
    </main>
  );
}
