/** Names the service in the GitOps repository that an entity stands for; without it the entity's own name is looked for. @public */
export const SERVICE_ANNOTATION = 'stagecraft.io/service';
