import {
  ChangeRequest,
  ChangeRequestHead,
  ChangeRequestResult,
  CreateChangeRequest,
  MergeRequest,
  ReviewRequest,
} from '@stagecraft/plugin-environments-common';

/** Who acts. Permissions are checked before: here it is the name on the record. */
export interface ActingUser {
  /** Full entity ref, e.g. `user:default/mira.holt`. */
  readonly user: string;
}

/** Which change requests to list. */
export interface ChangeRequestFilter {
  readonly service?: string;
  readonly state?: ChangeRequestHead['state'];
}

/** Requests that look different now, and their services. */
export interface RequestsChanged {
  readonly ids: number[];
  readonly services: string[];
}

/** Change requests of all repositories, whatever their forge. */
export interface ChangeRequestService {
  /**
   * Opens a request, or updates the open one of the same way. The same plan
   * again changes nothing. With `dryRun` nothing is written.
   *
   * @throws ConflictError if a field is still to decide or a file is refused
   */
  create(
    request: CreateChangeRequest,
    options: ActingUser,
  ): Promise<ChangeRequestResult>;
  /** Newest first; reads only the database. */
  list(filter?: ChangeRequestFilter): Promise<ChangeRequestHead[]>;
  /** Open ones, oldest first, for cards; reads only the database. */
  listOpen(service?: string): Promise<ChangeRequestHead[]>;
  /** Number of the open request of a way, if there is one. */
  openOnWay(repository: string, way: string): Promise<number | undefined>;
  /** @throws NotFoundError */
  head(id: number): Promise<ChangeRequestHead>;
  /** With gates judged now. @throws NotFoundError */
  get(id: number, options: ActingUser): Promise<ChangeRequest>;
  /** @throws ConflictError if it is not open or the content has changed; NotAllowedError for one's own approval */
  review(
    id: number,
    review: ReviewRequest,
    options: ActingUser,
  ): Promise<ChangeRequest>;
  /** @throws ConflictError if a gate does not pass or the target collides */
  merge(
    id: number,
    request: MergeRequest,
    options: ActingUser,
  ): Promise<ChangeRequest>;
  close(id: number, options: ActingUser): Promise<ChangeRequest>;
  /** Finishes what a crash left half done and notices what was merged or deleted outside. */
  reconcile(repository: string): Promise<void>;
  /** Calls back with what changed. Returns the way to stop. */
  onChange(listener: (changed: RequestsChanged) => void): () => void;
}
