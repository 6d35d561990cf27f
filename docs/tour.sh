#!/usr/bin/env bash
# Walks the main job against a running service, as a person with curl would: bring in a product, create a customer, assign
# the product, let telemetry and people work the plan that is born from it. Prints the plan before and after. Needs bash and
# curl, nothing else.
#
#   docs/tour.sh                              against ./dev on this machine
#   CAIRN=https://… ISSUER=https://…/realms/cairn CLIENT=… SECRET=… docs/tour.sh     against another one
set -euo pipefail

cairn=${CAIRN:-http://127.0.0.1:8080}
issuer=${ISSUER:-http://127.0.0.1:8181/realms/cairn}
client=${CLIENT:-admin@northwind}
secret=${SECRET:-demo}
run=$(date +%s)-$RANDOM

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'tour: %s\n' "$*" >&2; exit 1; }

# The value of a member, by its name: its first occurrence in a compact document.
value() { grep -o "\"$1\":\(\"[^\"]*\"\|[^,}]*\)" <<<"$2" | head -n 1 | sed 's/^"[^"]*"://; s/^"//; s/"$//'; }

token=$(value access_token "$(curl -sS --fail-with-body -d grant_type=client_credentials -d "client_id=$client" \
  -d "client_secret=$secret" "$issuer/protocol/openid-connect/token")") || fail "no token from $issuer"
[[ -n $token ]] || fail "no token from $issuer"

# call METHOD PATH [BODY]: the answer's body; a refusal ends the tour with the problem the service told.
call() {
  local answer status
  answer=$(curl -sS -X "$1" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    -w '\n%{http_code}' ${3:+--data-binary "$3"} "$cairn$2") || fail "$1 $2: no answer from $cairn"
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  [[ $status == 2* ]] || fail "$1 $2: $status $answer"
  printf '%s' "$answer"
}

say "A product with four tasks, as one document"
product=$(call POST /api/v1/products '{
  "name": "Secure Edge '"$run"'",
  "outcomes": [{"key": "zero-trust", "name": "Zero-trust access"}, {"key": "visibility", "name": "See all traffic"}],
  "releases": [{"key": "r1", "name": "2026.1", "level": 1.0}],
  "tags": [{"key": "net", "name": "Network", "color": "#1f6feb"}],
  "tasks": [
    {"key": "idp", "name": "Connect the identity provider", "estMinutes": 90, "weight": 40, "licenseLevel": "ESSENTIAL",
     "outcomes": ["zero-trust"], "tags": ["net"],
     "telemetry": [{"name": "Provisioned users", "dataType": "NUMBER", "isRequired": true,
       "successCriteria": {"type": "number_threshold", "operator": "greater_than_or_equal", "threshold": 100}}]},
    {"key": "policy", "name": "Agree on the baseline policy", "estMinutes": 120, "weight": 30, "licenseLevel": "ESSENTIAL"},
    {"key": "logs", "name": "Stream logs to the data lake", "estMinutes": 60, "weight": 20, "licenseLevel": "ADVANTAGE",
     "outcomes": ["visibility"]},
    {"key": "dlp", "name": "Turn on data-loss prevention", "estMinutes": 240, "weight": 10, "licenseLevel": "SIGNATURE"}]}')
product_id=$(value id "$product")
printf 'product %s, version %s\n' "$product_id" "$(value version "$product")"

say "A customer"
customer=$(call POST /api/v1/customers '{"name": "Acme Retail '"$run"'", "industry": "Retail", "tags": ["emea"]}')
customer_id=$(value id "$customer")
printf 'customer %s, %s, account %s\n' "$(value code "$customer")" "$(value lifecycleStage "$customer")" "$(value accountStatus "$customer")"

say "Assigned at level ADVANTAGE: the plan is born with what was bought"
assignment=$(call POST "/api/v1/customers/$customer_id/products" '{"productId": "'"$product_id"'", "licenseLevel": "ADVANTAGE"}')
assignment_id=$(value id "$assignment")
plan_id=$(value id "${assignment#*\"adoptionPlan\":}")

show() {
  local plan tasks
  plan=$(call GET "/api/v1/adoption-plans/$plan_id")
  printf 'plan %s: %s %% of %s, %s of %s tasks, needs sync: %s\n' "$plan_id" "$(value progressPercentage "$plan")" \
    "$(value totalWeight "$plan")" "$(value completedTasks "$plan")" "$(value totalTasks "$plan")" "$(value needsSync "$plan")"
  tasks=${plan#*\"tasks\":}
  # One line a task: every task has its name, and later its status, in this order.
  grep -o '"name":"[^"]*"\|"status":"[^"]*"\|"weight":[0-9.]*\|"originalTaskId"' <<<"$tasks" | awk -F'"' '
    /originalTaskId/ { fresh = 1 }
    /"name"/ && fresh { name = $4; fresh = 0 }
    /"weight"/ { split($0, w, ":"); weight = w[2] }
    /"status"/ { printf "  %-40s %6s  %s\n", name, weight, $4 }'
}
show

# task NAME: the id of the plan's task of that name.
task() {
  call GET "/api/v1/adoption-plans/$plan_id/tasks" | grep -o "\"id\":\"[^\"]*\",\"planId\":\"[^\"]*\",\"originalTaskId\":\"[^\"]*\",\"name\":\"$1\"" |
    head -n 1 | sed 's/^"id":"\([^"]*\)".*/\1/'
}

say "The customer's systems report how many users there are, and telemetry moves the task"
idp=$(task "Connect the identity provider")
users=$(value id "$(call GET "/api/v1/tasks/$idp/telemetry")")

# report VALUE: reports it, and prints what became of task and plan.
report() {
  local answer
  answer=$(call POST "/api/v1/tasks/$idp/telemetry/$users/values" '{"value": '"$1"', "source": "customer_system"}')
  printf 'reported %s: %s, plan at %s %%\n' "$1" "$(value status "${answer#*\"task\":}")" \
    "$(value progressPercentage "${answer#*\"plan\":}")"
}
# why: which rule gives the task its status, and what was seen.
why() {
  local answer
  answer=$(call GET "/api/v1/tasks/$idp/explanation")
  printf '  because: %s; %s\n' "$(value sentence "$answer")" "$(value sentence "${answer#*\"attributes\":}")"
}
report 60
why
report 150
why

say "Many values at once: one is no number, and stops no other"
row='"planId": "'"$plan_id"'", "taskName": "Connect the identity provider", "attributeName": "Provisioned users"'
batch=$(call POST /api/v1/telemetry/values '{"values": [{'"$row"', "value": "80"}, {'"$row"', "value": "many"}]}')
printf 'stored %s, row %s failed: %s\n' "$(value stored "$batch")" "$(value index "$batch")" "$(value code "$batch")"
printf 'moved %s -> %s by rule %s\n' "$(value from "$batch")" "$(value to "$batch")" "$(value rule "$batch")"

say "A person decides otherwise: telemetry only suggests, until the task is handed back"
call PUT "/api/v1/tasks/$idp/status" '{"status": "DONE", "notes": "The other twenty are on leave"}' >/dev/null
decided=$(call GET "/api/v1/tasks/$idp")
printf '%s by a person, suggested: %s\n' "$(value status "$decided")" "$(value suggestedStatus "$decided")"
back=$(call POST "/api/v1/tasks/$idp/reset-to-telemetry")
printf '%s by telemetry: %s\n' "$(value status "$back")" "$(value statusNotes "$back")"

say "Work: one task under way, then done; another not applicable"
policy=$(task "Agree on the baseline policy")
call PUT "/api/v1/tasks/$policy/status" '{"status": "IN_PROGRESS", "notes": "Kick-off held"}' >/dev/null
call PUT "/api/v1/tasks/$policy/status" '{"status": "DONE", "notes": "Signed by security"}' >/dev/null
call PUT "/api/v1/tasks/$(task "Stream logs to the data lake")/status" '{"status": "NOT_APPLICABLE"}' >/dev/null
show

say "Its history, newest first"
call GET "/api/v1/tasks/$policy/history" | grep -o '"from":"[^"]*","to":"[^"]*"' | sed 's/"from":"\([^"]*\)","to":"\([^"]*\)"/  \1 -> \2/'

say "The rest in one step"
call POST "/api/v1/adoption-plans/$plan_id/tasks/status" '{"taskIds": ["'"$idp"'"], "status": "COMPLETED"}' >/dev/null
show

say "The customer buys more, and the catalogue moves on: the plan stays as it is and says that it needs a sync"
call PATCH "/api/v1/customers/$customer_id/products/$assignment_id" '{"licenseLevel": "SIGNATURE"}' >/dev/null
logs=$(value originalTaskId "$(call GET "/api/v1/tasks/$(task "Stream logs to the data lake")")")
call PATCH "/api/v1/products/$product_id/tasks/$logs" '{"name": "Stream logs to the lake house", "weight": 15}' >/dev/null
call POST "/api/v1/products/$product_id/tasks" '{"name": "Train the help desk", "weight": 5}' >/dev/null
show

# preview: what a sync would do, task by task, and where the progress would be.
preview() {
  local answer list next list_of
  answer=$(call POST "/api/v1/adoption-plans/$plan_id/sync/preview")
  for list in add:restore restore:archive archive:update update:telemetry; do
    next=${list#*:} list=${list%:*}
    list_of=${answer#*\"$list\":[}
    grep -o '"name":"[^"]*"' <<<"${list_of%%],\"$next\":*}" | sed "s/^\"name\":\"\(.*\)\"/  would $list: \1/" || true
  done
  printf '  progress would go from %s %% to %s %%\n' "$(value progressPercentage "${answer#*\"before\":}")" \
    "$(value progressPercentage "${answer#*\"after\":}")"
  preview_token=$(value previewToken "$answer")
}

# synced PATH [BODY]: asks for it, and prints what it did.
synced() {
  local answer
  answer=$(call POST "/api/v1/adoption-plans/$plan_id/$1" "${2:-}")
  printf 'added %s, restored %s, archived %s, updated %s\n' "$(value added "$answer")" "$(value restored "$answer")" \
    "$(value archived "$answer")" "$(value updated "$answer")"
}

say "First look, then synchronise: exactly what was seen"
preview
synced sync '{"previewToken": "'"$preview_token"'"}'
show

say "Taken back, as if it had not been; and once more"
synced sync/undo
show
synced sync

say "The customer steps down: what no longer fits would leave the plan, and keep its history"
call PATCH "/api/v1/customers/$customer_id/products/$assignment_id" '{"licenseLevel": "ESSENTIAL"}' >/dev/null
preview
synced sync
show

say "What the plan has reached on its way stays reached"
whole=$(call GET "/api/v1/adoption-plans/$plan_id")
printf 'reached %s; heading: %s\n' "$(grep -o '"milestone":"[^"]*"' <<<"$whole" | sed 's/^"milestone":"//; s/"$//' | tr '\n' ' ')" \
  "$(value outlook "$whole")"

# job ID: waits until it has ended, and prints how far it came.
job() {
  local job status=PENDING tries=0
  while [[ $status == PENDING || $status == RUNNING ]]; do
    (( tries++ < 120 )) || fail "job $1 does not end"
    sleep 0.25
    job=$(call GET "/api/v1/jobs/$1")
    status=$(value status "$job")
  done
  printf 'job %s: %s of %s plans, %s changed\n' "$status" "$(value done "$job")" "$(value total "$job")" "$(value changed "$job")"
}

say "The catalogue moves once more, and every plan of the product follows: first as a dry run"
help_desk=$(value originalTaskId "$(call GET "/api/v1/tasks/$(task "Train the help desk")")")
call PATCH "/api/v1/products/$product_id/tasks/$help_desk" '{"description": "Two sessions, one for each shift"}' >/dev/null
job "$(value jobId "$(call POST "/api/v1/products/$product_id/roll-out" '{"dryRun": true}')")"
job "$(value jobId "$(call POST "/api/v1/products/$product_id/roll-out" '{}')")"

say "A solution: a task of its own, the product that the customer has already, one number over both"
solution=$(call POST /api/v1/solutions '{"name": "Branch of the future '"$run"'", "productIds": ["'"$product_id"'"],
  "tasks": [{"name": "Find a sponsor", "weight": 100}]}')
assigned=$(call POST "/api/v1/customers/$customer_id/solutions" '{"solutionId": "'"$(value id "$solution")"'"}')
own=${assigned#*\"tasks\":}
solved() {
  local whole
  whole=$(call GET "/api/v1/solution-adoption-plans/$(value id "${assigned#*\"adoptionPlan\":}")")
  printf 'solution: %s %% of %s\n' "$(value progressPercentage "${whole#*\"progress\":}")" "$(value totalWeight "${whole#*\"progress\":}")"
}
solved
call PUT "/api/v1/tasks/$(value id "$own")/status" '{"status": "DONE"}' >/dev/null
solved

# send METHOD PATH BODY HEADER...: head and body of the answer, whatever it is.
send() {
  local method=$1 path=$2 body=$3 header headers=()
  shift 3
  for header; do headers+=(-H "$header"); done
  curl -sSi -X "$method" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "${headers[@]}" --data-binary "$body" "$cairn$path"
}

say "A request that is sent again under its key is done once"
key="Idempotency-Key: tour-$run"
once=$(send POST /api/v1/customers '{"name": "Once '"$run"'"}' "$key")
again=$(send POST /api/v1/customers '{"name": "Once '"$run"'"}' "$key")
[[ $(value id "$once") == "$(value id "$again")" ]] || fail "two customers under one key: $once $again"
printf 'customer %s both times; the second answer says %s\n' "$(value code "$again")" "$(grep -io 'idempotency-replayed: true' <<<"$again")"

say "A change of a state that is gone is refused"
send PATCH "/api/v1/customers/$customer_id" '{"industry": "Food"}' 'If-Match: "999"' | grep -o '"status":412,.*"code":"[A-Z_]*"' | sed 's/^/  /'

printf '\nprogress of the customer: %s %%\n' "$(value progressPercentage "$(call GET "/api/v1/customers/$customer_id")")"
