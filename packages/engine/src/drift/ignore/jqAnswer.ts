import { FieldPath, isList, isObject, Json, PathStep } from '../../fields';
import { JqPath } from '../types';

interface Place {
  readonly path: readonly PathStep[];
  readonly value: Json;
}

function item(place: Place, list: readonly Json[], index: number): Place[] {
  if (index < 0 || index >= list.length) return [];
  const path: PathStep[] = [...place.path, { type: 'index', index }];
  return [{ path, value: list[index] }];
}

function follow(place: Place, step: JqPath[number]): Place[] {
  const { value } = place;
  if (typeof step === 'string') {
    if (!isObject(value) || !Object.hasOwn(value, step)) return [];
    const path: PathStep[] = [...place.path, { type: 'key', key: step }];
    return [{ path, value: value[step] }];
  }
  if (!isList(value)) return [];
  if (typeof step === 'number') {
    return item(place, value, step < 0 ? value.length + step : step);
  }
  const at = (position: number | null, otherwise: number) => {
    const from = Math.trunc(position ?? otherwise);
    return Math.min(
      Math.max(from < 0 ? value.length + from : from, 0),
      value.length,
    );
  };
  const end = at(step.end, value.length);
  const places: Place[] = [];
  for (let index = at(step.start, 0); index < end; index++) {
    places.push(...item(place, value, index));
  }
  return places;
}

/** The places of an object that jq named; those that are not there left out. */
export function placesOfAnswer(
  paths: readonly JqPath[],
  object: Json,
): FieldPath[] {
  return paths.flatMap(path =>
    path
      .reduce<readonly Place[]>(
        (places, step) => places.flatMap(place => follow(place, step)),
        [{ path: [], value: object }],
      )
      .map(place => place.path),
  );
}
