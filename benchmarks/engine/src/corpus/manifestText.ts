import { Settings } from './settings';

function variables({ variables: names, name }: Settings): string {
  return names
    .map(
      variable =>
        `            - name: ${variable}\n              value: ${variable.toLowerCase()}.${name}.internal\n`,
    )
    .join('');
}

function head(apiVersion: string, settings: Settings): string {
  const { kind, name, team, quoted } = settings;
  const q = quoted ? '"' : '';
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
  labels:
    app.kubernetes.io/name: ${q}${name}${q}
    app.kubernetes.io/part-of: ${q}${team}${q}
    app.kubernetes.io/managed-by: argocd
`;
}

function remark({ comment }: Settings, indentation: string): string {
  return comment ? `${indentation}# ${comment}\n` : '';
}

function deployment(settings: Settings): string {
  const { name, replicas, version } = settings;
  return `# Delivered by the platform team; ask in #platform before you change it.
${head('apps/v1', settings)}spec:
${remark(settings, '  ')}  replicas: ${replicas} # see the capacity sheet
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      labels:
        app.kubernetes.io/name: ${name}
    spec:
      containers:
        - name: main
          image: registry.example.org/${name}:${version}
          ports:
            - name: http
              containerPort: 8080
          env:
${variables(settings)}          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
          readinessProbe:
            httpGet:
              path: /healthz
              port: http
`;
}

function service(settings: Settings): string {
  return `${head('v1', settings)}spec:
${remark(settings, '  ')}  selector:
    app.kubernetes.io/name: ${settings.name}
  ports:
    - name: http
      port: 80
      targetPort: http
    - name: metrics
      port: 9090
      targetPort: metrics
`;
}

function configMap(settings: Settings): string {
  const { name, level, replicas, quoted } = settings;
  const q = quoted ? '"' : '';
  return `${head('v1', settings)}data:
${remark(settings, '  ')}  LOG_LEVEL: ${q}${level}${q}
  WORKERS: "${replicas}"
  application.properties: |
    server.port=8080
    spring.application.name=${name}
    logging.level.root=${level}
    management.endpoints.web.exposure.include=health,info,prometheus
`;
}

function composite(settings: Settings): string {
  const { name, size, version, replicas, quoted } = settings;
  const q = quoted ? '"' : '';
  return `# ${name}: the database, see docs/databases.md
${head('platform.example.org/v1alpha1', settings)}spec:
  parameters:
${remark(settings, '    ')}    size: ${q}${size}${q} # small, medium or large
    version: "${version}"
    storageGB: ${replicas * 10}
    backup:
      enabled: true
      schedule: "0 3 * * *"
    users:
      - name: app
        role: readWrite
      - name: report
        role: read

  compositionSelector:
    matchLabels:
      provider: aws
  writeConnectionSecretToRef:
    name: ${name}-connection
`;
}

const WRITERS = {
  Deployment: deployment,
  Service: service,
  ConfigMap: configMap,
  XPostgreSQLInstance: composite,
};

/** Many people write lists in the column of their key. */
function withFlatLists(text: string): string {
  let outer = -1;
  const lines = text.split('\n').map(line => {
    const column = line.search(/\S/);
    if (column >= 0 && column < outer) outer = -1;
    if (outer < 0 && line[column] === '-') outer = column;
    return outer < 0 ? line : line.replace(/^ {2}/, '');
  });
  return lines.join('\n');
}

/** A manifest as people write them: comments, an empty line, some quotes. */
export function manifestText(settings: Settings): string {
  const text = WRITERS[settings.kind](settings);
  return settings.flat ? withFlatLists(text) : text;
}
