#!/usr/bin/env bash
# T15: Crossplane does not read this annotation.
kubectl annotate xrediscache user-session-cache -n production crossplane.io/reconcile="$(date +%s)"
# T16: leaves what the provider made behind, and the controller adds the finalizer again.
kubectl patch xrediscache user-session-cache -n production --type merge -p '{"metadata":{"finalizers":[]}}'
# T17: force deletes and creates; for a database that is the data.
argocd app sync infrastructure-production --prune --force
