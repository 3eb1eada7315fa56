import { useTabParams } from '../../hooks';
import { PromoteDialog } from '../PromoteDialog';
import { ResourceDrawer } from '../ResourceDrawer';

/** What the address says is open: the dialog or the drawer, never one over the other. */
export function Overlays(props: { service: string; entityRef: string }) {
  const { service, entityRef } = props;
  const [{ promote, resource, tab }, change] = useTabParams();
  if (promote) {
    return (
      <PromoteDialog
        service={service}
        from={promote.from}
        to={promote.to}
        entityRef={entityRef}
        onClose={() => change({ promote: undefined })}
      />
    );
  }
  if (resource) {
    const { environment } = resource;
    return (
      <ResourceDrawer
        service={service}
        environment={environment}
        resource={resource.resource}
        tab={tab}
        onTab={next => change({ tab: next }, { replace: true })}
        onResource={next =>
          change({ resource: { environment, resource: next } })
        }
        onClose={() => change({ resource: undefined, tab: undefined })}
      />
    );
  }
  return null;
}
