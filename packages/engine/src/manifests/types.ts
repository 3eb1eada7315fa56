import { JsonObject } from '../fields';

/** A file of the repository at one commit. */
export interface SourceFile {
  /** Path from the root of the repository, with `/`. */
  readonly path: string;
  /** Empty if there is none to be had; `unreadable` then says why. */
  readonly text: string;
  /** Object id of the content, if the caller knows it. */
  readonly blob?: string;
  /** Why the caller has no text: `it is larger than 10 MB`. */
  readonly unreadable?: string;
}

/** Where an object was written. */
export interface Origin {
  readonly file: string;
  /** Position among the objects of the file, from 0; empty documents do not count. */
  readonly document: number;
  /** Position in the `items` of that document, from 0, if it is a list. */
  readonly item?: number;
  /** 1-based line on which the object starts. */
  readonly line: number;
  /** Object id of the text the object was read from. */
  readonly blob?: string;
  /** The tool that made the object of the file; its text is not in the file. */
  readonly rendered?: 'kustomize';
}

/** An object as kubectl and Argo CD read it. */
export interface Manifest {
  readonly apiVersion: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace?: string;
  /** Empty if the object has no name that is a string. */
  readonly name: string;
  readonly object: JsonObject;
  readonly origin: Origin;
}

/** Something a person should know of a file, with the place and the remedy. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** As in {@link Origin}. */
  readonly document?: number;
  readonly message: string;
  /** What to do about it. */
  readonly fix?: string;
}

/**
 * What Argo CD makes of a file in a directory source: it takes its objects,
 * passes over a file that is no manifest, or gives up on the application.
 */
export type FileReading =
  | { readonly state: 'read' }
  | { readonly state: 'ignored' }
  | {
      readonly state: 'failed';
      readonly code: 'invalid-yaml' | 'invalid-manifest';
      /** Whether a document could not be read or an object not be used. */
      readonly stage: 'document' | 'object';
      readonly problem: Problem;
    };

/** The objects of a file and what is wrong with it. */
export interface ParsedFile {
  readonly file: SourceFile;
  /** Every readable object, also of a file with an unreadable document. */
  readonly manifests: readonly Manifest[];
  readonly problems: readonly Problem[];
  readonly reading: FileReading;
}
