import { BgProvider, Button, TextAreaField } from '@backstage/ui';
import { ChangeRequest, Review } from '@stagecraft/plugin-environments-common';
import { useState } from 'react';
import { useT } from '../../hooks';
import { ui } from '../../styles';
import { PersonName, TimeAgo } from '../parts';
import styles from './RequestPage.module.css';
import { RequestActions } from './useRequestActions';

function ReviewRow(props: { review: Review }) {
  const { review } = props;
  const t = useT();
  return (
    <li className={styles.review}>
      <div className={ui.spread}>
        <PersonName entityRef={review.by} />
        <span className={ui.muted}>
          {t(`request.reviews.${review.state}`)}
          {review.outdated && `, ${t('request.reviews.outdated')}`}{' '}
          <TimeAgo at={review.at} ago />
        </span>
      </div>
      {review.comment && <p className={styles.comment}>{review.comment}</p>}
    </li>
  );
}

/** Who looked at it and what they said. */
export function ReviewsCard(props: {
  request: ChangeRequest;
  actions: RequestActions;
}) {
  const { request, actions } = props;
  const t = useT();
  const [comment, setComment] = useState('');
  return (
    <BgProvider bg="neutral-1">
      <section className={ui.card} aria-labelledby="request-reviews">
        <div className={styles.cardHead}>
          <h2 id="request-reviews" className={ui.heading}>
            {t('request.reviews.title')}
          </h2>
        </div>
        {request.reviews.length === 0 ? (
          <p className={`${styles.cardBody} ${ui.muted}`}>
            {t('request.reviews.none')}
          </p>
        ) : (
          <ul className={styles.reviews}>
            {request.reviews.map(review => (
              <ReviewRow key={`${review.by} ${review.at}`} review={review} />
            ))}
          </ul>
        )}
        {request.state === 'open' && (
          <div className={styles.cardBody}>
            <TextAreaField
              size="small"
              rows={2}
              label={t('request.reviews.label')}
              placeholder={t('request.reviews.placeholder')}
              value={comment}
              onChange={setComment}
            />
            <Button
              size="small"
              variant="secondary"
              className={styles.send}
              isDisabled={actions.busy || comment.trim() === ''}
              onPress={async () => {
                await actions.review('comment', comment.trim());
                setComment('');
              }}
            >
              {t('request.merge.comment')}
            </Button>
          </div>
        )}
      </section>
    </BgProvider>
  );
}
