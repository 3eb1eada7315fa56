import { BgProvider, Button } from '@backstage/ui';
import { errorText } from '../../api/errors';
import { useT } from '../../hooks/useT';
import { ui } from '../../styles';
import { EmptyState } from './EmptyState';
import { Mark } from './Mark';

/** A reading that failed with nothing older to show: says what the backend said. */
export function FailedState(props: { error: Error; retry?: () => void }) {
  const t = useT();
  return (
    <BgProvider bg="neutral-1">
      <div className={ui.card} role="alert">
        <EmptyState
          icon={<Mark name="eyeOff" size={20} />}
          title={t('parts.failed')}
          action={
            props.retry && (
              <Button
                size="small"
                variant="secondary"
                className={ui.tight}
                onPress={props.retry}
              >
                {t('parts.tryAgain')}
              </Button>
            )
          }
        >
          {errorText(props.error)}
        </EmptyState>
      </div>
    </BgProvider>
  );
}
