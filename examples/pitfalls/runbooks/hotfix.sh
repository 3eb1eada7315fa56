#!/usr/bin/env bash
# T22: Argo CD follows main, so this push deploys nothing; the labels must exist
# beforehand, and nothing merges by itself because of a label.
git checkout -b hotfix/redis-memory
git add environments/production/infrastructure/redis-cache-hotfix.yaml
git commit -m "HOTFIX: more Redis memory"
git push -u origin hotfix/redis-memory
gh pr create --title "HOTFIX: more Redis memory" --body "" --label "emergency,auto-merge"
